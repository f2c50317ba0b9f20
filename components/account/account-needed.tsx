import { Link } from '#components/ui/link.tsx';
import { signUpHref, type WayIn } from './sign-up-href.ts';

interface Props extends WayIn {
  readonly what: 'challenge' | 'test';
  /** Whether people without an account may answer. */
  readonly hasGuests: boolean;
}

const reasons = {
  challenge: 'A challenge needs an account, so that its badge has an owner.',
  test: 'A test needs an account, so that its verdict is about one person.',
} as const;

/** Why a challenge or test does not start for a guest, and how to get an account. */
export function AccountNeeded({ what, hasGuests, path, signUp }: Props) {
  const href = signUpHref({ path, signUp });
  return (
    <p className="mt-6 max-w-measure text-ink-soft">
      {reasons[what]} {hasGuests ? 'Everything but challenges and tests can be tried without one. ' : null}
      {href ? (
        <>
          <Link href={href}>Make an account</Link>
          {signUp === 'code' ? ' with the class code of your teacher' : ''}, or sign in.
        </>
      ) : (
        'Your school creates the accounts: ask your teacher for one, or sign in.'
      )}
    </p>
  );
}
