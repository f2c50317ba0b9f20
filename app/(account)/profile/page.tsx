import type { Metadata } from 'next';
import { joinClass } from '#app/(account)/join/actions.ts';
import { Classes } from '#components/account/classes.tsx';
import { JoinForm } from '#components/account/join-form.tsx';
import { PasswordForm } from '#components/account/password-form.tsx';
import { ProfileForm } from '#components/account/profile-form.tsx';
import { ProfileSection } from '#components/account/profile-section.tsx';
import { ProfileTabs } from '#components/account/profile-tabs.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { SignOutForms } from '#components/account/sign-out-forms.tsx';
import { ShortcutSwitch } from '#components/item/shortcuts/shortcut-switch.tsx';
import { canonicalTimeZone, timeZones } from '#lib/access/time-zone.ts';
import { profileFacts } from '#lib/server/account/profile-facts.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { saveProfileSettings, updatePassword } from './actions.ts';

export const metadata: Metadata = { title: 'Profile' };
export default async function ProfilePage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/profile" />;
  const { classes, hasPassword } = await profileFacts(await world(), user);
  return (
    <>
      <ProfileTabs current="/profile" />
      <div className="grid max-w-xl gap-12">
        <header>
          <h1 className="text-3xl" dir="auto">
            {user.displayName}
          </h1>
          <p className="mt-2 text-ink-soft">
            Signed in as <bdi>{user.userName}</bdi>
          </p>
        </header>
        <ProfileForm
          action={saveProfileSettings}
          user={{ ...user, timeZone: canonicalTimeZone(user.timeZone) ?? user.timeZone }}
          timeZones={timeZones()}
        />
        <ProfileSection title="Keyboard">
          <p className="text-ink-soft">
            On pages with questions, press 1 to 9 or A to J to choose an option, Enter to check your answer
            and ? to see all shortcuts.
          </p>
          <ShortcutSwitch />
        </ProfileSection>
        <ProfileSection title="My classes">
          <Classes classes={classes} />
          <JoinForm action={joinClass} verb="Join this class" />
        </ProfileSection>
        {hasPassword ? (
          <ProfileSection title="Password">
            <PasswordForm action={updatePassword} userName={user.userName} />
          </ProfileSection>
        ) : null}
        <ProfileSection title="Sign out">
          <SignOutForms />
        </ProfileSection>
      </div>
    </>
  );
}
