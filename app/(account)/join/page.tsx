import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { JoinForm } from '#components/account/join-form.tsx';
import { Link } from '#components/ui/link.tsx';
import { canonicalJoinCode, formatJoinCode } from '#lib/access/join-code.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';
import { checkClassCode, joinClass } from './actions.ts';

export const metadata: Metadata = { title: 'Join a class' };
export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const { code: requested } = await searchParams;
  const code = typeof requested === 'string' ? formatJoinCode(canonicalJoinCode(requested)) : '';
  const user = await currentUser();
  if (user) {
    return (
      <AccountPage
        title="Join a class"
        lead={
          <>
            You are signed in as <bdi>{user.displayName}</bdi>.
          </>
        }
      >
        <JoinForm action={joinClass} code={code} verb="Join" isLoud />
      </AccountPage>
    );
  }
  const signInHref = `/signin?next=${encodeURIComponent(code ? `/join?code=${encodeURIComponent(code)}` : '/join')}`;
  return (
    <AccountPage title="Join a class" lead="Enter the code, then create an account or sign in.">
      {env().signUp === 'closed' ? null : (
        <JoinForm action={checkClassCode} code={code} verb="Continue" isLoud />
      )}
      <p>
        Already have an account? <Link href={signInHref}>Sign in to continue</Link>
      </p>
    </AccountPage>
  );
}
