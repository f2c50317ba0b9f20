import type { Metadata } from 'next';
import { GuestAnswers } from '#app/(account)/guest/guest-answers.tsx';
import { AccountPage } from '#components/account/account-page.tsx';
import { SignUpForm } from '#components/account/sign-up-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { canonicalJoinCode, formatJoinCode } from '#lib/access/join-code.ts';
import { returnPath } from '#lib/access/return-path.ts';
import { refuseWithStatus } from '#lib/server/host/current-request.mjs';
import { env } from '#lib/server/host/env.ts';
import { createAccount } from './actions.ts';

const leads = {
  open: 'Anybody can make one here. With a class code, the teacher of that class sees your progress.',
  code: 'You need the code of a class, which its teacher gives you.',
} as const;

export const metadata: Metadata = { title: 'Create an account' };
export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const { next: requested, code } = await searchParams;
  const next = returnPath(typeof requested === 'string' ? requested : undefined);
  const { signUp } = env();
  if (signUp === 'closed') {
    refuseWithStatus(403);
    return <SignUpClosed />;
  }
  return (
    <AccountPage title="Create an account" lead={leads[signUp]}>
      <GuestAnswers page="sign-up" />
      <SignUpForm
        action={createAccount}
        next={next}
        code={typeof code === 'string' ? formatJoinCode(canonicalJoinCode(code)) : ''}
        codeNeeded={signUp === 'code'}
      />
      <p>
        Already have an account? <Link href={`/signin?next=${encodeURIComponent(next)}`}>Sign in</Link>
      </p>
    </AccountPage>
  );
}

function SignUpClosed() {
  return (
    <EmptyState
      heading="h1"
      title="Your school creates the accounts"
      action={<ButtonLink href="/signin">Sign in</ButtonLink>}
    >
      Ask your teacher for an account. If you already have one, sign in.
    </EmptyState>
  );
}
