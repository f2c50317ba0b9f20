import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { signUpHref, type WayIn } from './sign-up-href.ts';

export interface NewHereProps extends WayIn {
  /** The form for a class code; null where the school creates the accounts. */
  classCode: ReactNode;
  /** Whether people without an account may answer. */
  hasGuests: boolean;
}

/** The ways to an account, as equal choices beside the sign-in form. */
export function NewHere({ classCode, hasGuests, path, signUp }: NewHereProps) {
  const href = signUpHref({ path, signUp });
  return (
    <>
      {classCode ? (
        <section aria-labelledby="class-code">
          <h2 id="class-code" className="mb-4 text-xl">
            With a class code
          </h2>
          {classCode}
        </section>
      ) : null}
      <section aria-labelledby="no-account">
        <h2 id="no-account" className="mb-2 text-xl">
          Without an account
        </h2>
        <p>
          {href === null
            ? 'Your school creates the accounts: ask your teacher for one. '
            : signUp === 'code'
              ? 'This school asks for a class code: get one from a teacher, then make your account with it. '
              : null}
          {signUp === 'open' && href ? (
            <>
              Anybody can <Link href={href}>create an account</Link>, with or without a class.{' '}
            </>
          ) : null}
          {hasGuests ? (
            <>
              Or <Link href="/">try the lessons as a guest</Link>: everything but tests, challenges and
              badges.
            </>
          ) : (
            <>
              All lessons <Link href="/">can be read</Link> without one.
            </>
          )}
        </p>
      </section>
    </>
  );
}
