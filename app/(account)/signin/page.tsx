import type { Metadata } from 'next';
import { GuestAnswers } from '#app/(account)/guest/guest-answers.tsx';
import { checkClassCode } from '#app/(account)/join/actions.ts';
import { AccountPage } from '#components/account/account-page.tsx';
import { AlreadySignedIn } from '#components/account/already-signed-in.tsx';
import { DemoPeople } from '#components/account/demo-people.tsx';
import { JoinForm } from '#components/account/join-form.tsx';
import { NewHere } from '#components/account/new-here.tsx';
import { NoUsers } from '#components/account/no-users.tsx';
import { OidcLink } from '#components/account/oidc-link.tsx';
import { SignInForm } from '#components/account/sign-in-form.tsx';
import { SignInNotice } from '#components/account/sign-in-notice.tsx';
import { returnPath } from '#lib/access/return-path.ts';
import { demoPeople } from '#lib/server/account/demo-people.ts';
import { hasAnyUser } from '#lib/server/account/has-any-user.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { signInAsDemoPerson, signInWithPassword } from './actions.ts';

export const metadata: Metadata = { title: 'Sign in' };
export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const { next: requested, error, told: notice } = await searchParams;
  const next = returnPath(typeof requested === 'string' ? requested : undefined);
  const { oidc, signUp, ...settings } = env();
  const user = await currentUser();
  const groups = await demoPeople(await world(), settings);
  const isDemo = groups.length > 0;
  const newHere = (
    <NewHere
      path={next}
      signUp={signUp}
      hasGuests={settings.guests}
      classCode={signUp === 'closed' ? null : <JoinForm action={checkClassCode} verb="Continue" />}
    />
  );
  return (
    <AccountPage
      title="Sign in"
      beside={isDemo ? <DemoPeople groups={groups} action={signInAsDemoPerson} next={next} /> : newHere}
    >
      <SignInNotice code={String(error ?? notice ?? '')} />
      {user ? <AlreadySignedIn name={user.displayName} next={next} /> : null}
      {user || (await hasAnyUser(await world())) ? null : <NoUsers />}
      <SignInForm action={signInWithPassword} next={next} />
      {oidc ? <OidcLink name={oidc.name} next={next} /> : null}
      <GuestAnswers page="sign-in" />
      {isDemo ? newHere : null}
    </AccountPage>
  );
}
