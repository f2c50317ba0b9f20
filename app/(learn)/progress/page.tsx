import type { Metadata } from 'next';
import { ProfileTabs } from '#components/account/profile-tabs.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { ActivityCalendar } from '#components/progress/activity-calendar.tsx';
import { MovedLessons } from '#components/progress/moved-lessons.tsx';
import { Section } from '#components/progress/section.tsx';
import { TestedLessons } from '#components/progress/tested-lessons.tsx';
import { WeekStrip } from '#components/progress/week-strip.tsx';
import { WeeklyGoalForm } from '#components/progress/weekly-goal-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { type MyProgress, myProgress } from '#lib/server/progress/my-progress.ts';
import { setWeeklyGoal } from './actions.ts';

export const metadata: Metadata = { title: 'Progress' };
export default async function ProgressPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/progress" />;
  const { now, weeks, goal, tracks, moved } = await myProgress(await world(), user);
  const week = weeks.at(-1);
  return (
    <>
      <ProfileTabs current="/progress" />
      <PageHeader title="Progress" lead="What you did, what you have shown, and how sure we are." />
      <div className="grid gap-12 lg:grid-cols-2">
        <div>
          <Section title="This week">
            {week ? <WeekStrip week={week} goal={goal} /> : null}
            <div className="no-print mt-5">
              <WeeklyGoalForm action={setWeeklyGoal} goal={goal} />
            </div>
          </Section>
          <Section title="What moved this week">
            <MovedLessons moved={moved} />
          </Section>
        </div>
        <div>
          <Section title="The last twelve weeks">
            <ActivityCalendar weeks={weeks} />
          </Section>
        </div>
      </div>
      <div className="mt-12">
        <Tests tracks={tracks} now={now} timeZone={user.timeZone} />
      </div>
    </>
  );
}

function Tests({ tracks, now, timeZone }: Pick<MyProgress, 'tracks' | 'now'> & { timeZone: string }) {
  if (tracks.length === 0)
    return (
      <Section title="Strengths and doubts">
        <p className="text-ink-soft">
          You have not taken a test yet. Each test is drawn here, with its doubt.
        </p>
      </Section>
    );
  return tracks.map(({ title, lessons }) => (
    <Section
      key={title}
      title={`Strengths and doubts: ${title}`}
      lead="Each band is one test: the share that you know lies in it. The line across it is what strong asks for."
    >
      <TestedLessons lessons={lessons} cut={standardRule.cut} {...{ now, timeZone }} />
    </Section>
  ));
}
