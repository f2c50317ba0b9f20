import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { SignUpForm } from '#components/account/sign-up-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { canonicalJoinCode, formatJoinCode } from '#lib/access/join-code.ts';
import { returnPath } from '#lib/access/return-path.ts';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { env } from '#lib/server/host/env.ts';
import { createAccount } from './actions.ts';

export const metadata: Metadata = { title: 'Create an account' };
// Without a script nothing that streams in later would be seen, so this page waits for what it needs.
export const instant = false;

export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const { next: asked, code } = await searchParams;
  const next = returnPath(typeof asked === 'string' ? asked : undefined);
  const { signUp } = env();
  if (signUp === 'closed') return <Closed />;
  return (
    <AccountPage title="Create an account">
      <SignUpForm
        action={createAccount}
        told={await stateOfPost(createAccount)}
        next={next}
        code={typeof code === 'string' ? formatJoinCode(canonicalJoinCode(code)) : ''}
        codeNeeded={signUp === 'code'}
      />
      <p>
        You have one? <Link href={`/signin?next=${encodeURIComponent(next)}`}>Sign in</Link>
      </p>
    </AccountPage>
  );
}

function Closed() {
  return (
    <EmptyState
      heading="h1"
      title="Accounts are made by the school"
      action={<ButtonLink href="/signin">Sign in</ButtonLink>}
    >
      Ask your teacher for yours. If you have one, sign in.
    </EmptyState>
  );
}
