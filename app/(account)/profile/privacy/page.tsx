import type { Metadata } from 'next';
import { ProfileSection } from '#components/account/profile-section.tsx';
import { ProfileTabs } from '#components/account/profile-tabs.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { Link } from '#components/ui/link.tsx';
import { userOfPage } from '#lib/server/door/session.ts';

export const metadata: Metadata = { title: 'Privacy' };
export default async function PrivacyPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/profile/privacy" />;
  return (
    <>
      <ProfileTabs current="/profile/privacy" />
      <div className="grid max-w-xl gap-12">
        <header>
          <h1 className="text-3xl">Privacy</h1>
          <p className="mt-2 text-ink-soft">What is stored about you, who sees it, and how to have it.</p>
        </header>
        <ProfileSection title="What is stored">
          <ul className="grid list-['–\2002'] gap-2 ps-5">
            <li>Your names, your time zone and settings, and a hash of your password, if you have one.</li>
            <li>Every answer you submitted, with its time, its score and the hints you opened.</li>
            <li>What follows from them: points, levels, verdicts, badges, review dates.</li>
            <li>What you typed and have not checked yet, until you check it.</li>
            <li>Your notes and bookmarks. Only you see them.</li>
          </ul>
          <p>
            <Link href="/help/student/privacy">The whole list, and who sees what</Link>
          </p>
        </ProfileSection>
        <ProfileSection title="A copy for you">
          <p>
            You can take your notes with you: <a href="/notes/export">download them as a Markdown file</a>.
            For a copy of everything else, ask the person who runs this server.
          </p>
        </ProfileSection>
        <ProfileSection title="Deleting your data">
          <p>
            You can remove each note on <Link href="/notes">its page</Link> and withdraw each badge that you
            share. To have your account deleted, ask the person who runs this server: your answers, notes and
            badges are deleted with it.
          </p>
        </ProfileSection>
      </div>
    </>
  );
}
