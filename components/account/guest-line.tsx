import { Link } from '#components/ui/link.tsx';
import { guestDays } from '#lib/access/guest.ts';
import { signUpHref, type WayIn } from './sign-up-href.ts';

/** For guests, below questions they have answered: one quiet line. */
export function GuestLine({ path, signUp }: WayIn) {
  const href = signUpHref({ path, signUp });
  return (
    <p className="no-print mt-10 max-w-measure text-sm text-ink-soft">
      You are trying this as a guest.{' '}
      {href ? (
        <>
          <Link href={href}>Make an account to keep your answers</Link>
          {signUp === 'code' ? ' (you need a class code)' : ''}; without one they are removed after{' '}
          {guestDays} days.
        </>
      ) : (
        <>Your answers are kept on this server for {guestDays} days. Your school creates the accounts.</>
      )}
    </p>
  );
}
