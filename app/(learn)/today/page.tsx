import type { Metadata } from 'next';
import { KeptAnswers } from '#app/kept-answers.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { DueList } from '#components/progress/due-list.tsx';
import { Forecast } from '#components/progress/forecast.tsx';
import { RegradeNotes } from '#components/progress/regrade-notes.tsx';
import { Section } from '#components/progress/section.tsx';
import { WeekStrip } from '#components/progress/week-strip.tsx';
import { Link } from '#components/ui/link.tsx';
import { weekday } from '#lib/calendar/time-in-words.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { type Today, today } from '#lib/server/progress/today.ts';
import { ThenNext, TheOneThing } from './one-thing.tsx';
import { TodaysPath } from './todays-path.tsx';

export const metadata: Metadata = { title: 'Today' };
export default async function TodayPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/today" />;
  const page = await today(await world(), user);
  const { due, next, now, week, weeklyGoal, track, hasStarted } = page;
  const path = track ? <TodaysPath track={track} currentId={next?.lessonId ?? null} /> : null;
  const above = user.hidesStreak ? weekday(page.day, 'long') : dayAndStreak(page);
  return (
    <>
      <h1 className="sr-only">Today</h1>
      <KeptAnswers />
      {page.regrades.length > 0 ? (
        <div className="mb-5">
          <RegradeNotes
            notes={page.regrades}
            now={now}
            timeZone={user.timeZone}
            hidesPoints={user.hidesPoints}
          />
        </div>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <TheOneThing page={page} above={above} />
        <div className="grid gap-5">
          <ThenNext page={page} />
          {hasStarted && due.length === 0 ? <NothingDue page={page} /> : null}
          {hasStarted ? null : path}
        </div>
        {due.length > 0 ? (
          <DueList due={due} now={now}>
            <Forecast days={page.forecast} />
          </DueList>
        ) : null}
      </div>
      {hasStarted ? (
        <div className="mt-12 grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div>{path}</div>
          {week ? (
            <div>
              <Section title="This week" aside={<Link href="/progress">Your progress</Link>}>
                <WeekStrip week={week} goal={weeklyGoal} />
              </Section>
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

const dayAndStreak = ({ day, streak }: Today) => `${weekday(day, 'long')} · ${streak.words}`;

function NothingDue({ page: { nextReview, forecast } }: { page: Today }) {
  return (
    <Section title="Review">
      <p className="text-ink-soft">
        {nextReview
          ? `Nothing is due today. The next review is due ${nextReview}.`
          : 'There is nothing to review yet. A few days after you answer questions, their concepts come up for review here.'}
      </p>
      {nextReview === null ? null : <Forecast days={forecast} />}
    </Section>
  );
}
