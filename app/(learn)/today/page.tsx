import type { Metadata } from 'next';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { DueList } from '#components/progress/due-list.tsx';
import { Forecast } from '#components/progress/forecast.tsx';
import { NewestVerdicts } from '#components/progress/newest-verdicts.tsx';
import { RecommendationCard } from '#components/progress/recommendation-card.tsx';
import { Section } from '#components/progress/section.tsx';
import { StartReview } from '#components/progress/start-review.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { agoInWords } from '#lib/calendar/time-in-words.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { reviewLabel } from '#lib/review/review-length.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { type NextToday, type Today, today } from '#lib/server/progress/today.ts';
import { startTodaysReview } from './actions.ts';

export const metadata: Metadata = { title: 'Today' };
export default async function TodayPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/today" />;
  const { hasStarted, firstLesson, next, due, forecast, nextReview, verdicts, streak, now } = await today(
    await world(),
    user,
  );
  const facts = (
    <span className="inline-flex items-center gap-2">
      <Icon name="flame" className={streak.done ? 'text-accent' : 'text-ink-soft'} />
      {streak.words}
    </span>
  );
  return (
    <>
      <PageHeader title="Today" {...(user.hidesStreak ? {} : { facts })} />
      {hasStarted ? null : <FirstSteps first={firstLesson} />}
      <div
        className={verdicts.length > 0 ? 'lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-x-12' : undefined}
      >
        <div>
          {hasStarted ? (
            <Section title="Review">
              {due.length > 0 ? (
                <DueList due={due} now={now}>
                  <StartReview action={startTodaysReview}>{reviewLabel}</StartReview>
                </DueList>
              ) : (
                <p className="text-ink-soft">{nothingDue(nextReview)}</p>
              )}
              {nextReview !== null || due.length > 0 ? <Forecast days={forecast} /> : null}
            </Section>
          ) : null}
          {next ? (
            <div className="mt-12">
              <Next next={next} now={now} quiet={due.length > 0} />
            </div>
          ) : null}
        </div>
        {verdicts.length > 0 ? (
          <div className="mt-12 lg:mt-0">
            <Section title="Your test results">
              <NewestVerdicts verdicts={verdicts} cut={standardRule.cut} now={now} timeZone={user.timeZone} />
            </Section>
          </div>
        ) : null}
      </div>
    </>
  );
}

function nothingDue(nextReview: string | null): string {
  return nextReview
    ? `Nothing is due today. The next review is due ${nextReview}.`
    : 'There is nothing to review yet. A few days after you answer questions, their concepts come up for review here.';
}

function Next({ next, now, quiet }: { next: NextToday; now: Date; quiet: boolean }) {
  const { recommendation, about, leftOff } = next;
  return (
    <RecommendationCard
      recommendation={recommendation}
      about={about}
      leftOff={leftOff && { progress: leftOff.progress, last: agoInWords(leftOff.lastAt, now) }}
      quiet={quiet}
    />
  );
}

function FirstSteps({ first }: { first: Today['firstLesson'] }) {
  return (
    <EmptyState
      title={first ? `Start with ${first.title}` : 'There are no lessons yet'}
      action={
        <>
          {first ? <ButtonLink href={first.href}>Start</ButtonLink> : null}
          <ButtonLink href="/" kind="quiet">
            See all lessons
          </ButtonLink>
        </>
      }
    >
      {first ? <p>{first.summary}</p> : null}
      <p className="mt-2">
        From tomorrow, this page shows where you left off, what is due for review and your test results.
      </p>
    </EmptyState>
  );
}
