import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { JoinForm } from '#components/account/join-form.tsx';
import { Link } from '#components/ui/link.tsx';
import { canonicalJoinCode, formatJoinCode } from '#lib/access/join-code.ts';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';
import { join, startJoining } from './actions.ts';

export const metadata: Metadata = { title: 'Join a class' };
// Without a script nothing that streams in later would be seen, so this page waits for what it needs.
export const instant = false;

export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const { code: asked } = await searchParams;
  const code = typeof asked === 'string' ? formatJoinCode(canonicalJoinCode(asked)) : '';
  const user = await currentUser();
  if (user) {
    return (
      <AccountPage title="Join a class" lead={`You are signed in as ${user.displayName}.`}>
        <JoinForm action={join} told={await stateOfPost(join)} code={code} verb="Join" />
      </AccountPage>
    );
  }
  const back = `/signin?next=${encodeURIComponent(code ? `/join?code=${encodeURIComponent(code)}` : '/join')}`;
  return (
    <AccountPage title="Join a class" lead="Type the code, then make an account or sign in.">
      {env().signUp === 'closed' ? null : (
        <JoinForm action={startJoining} told={await stateOfPost(startJoining)} code={code} verb="Go on" />
      )}
      <p>
        You have an account? <Link href={back}>Sign in first</Link>
      </p>
    </AccountPage>
  );
}
