import { notFound } from 'next/navigation';
import { AccountNeeded } from '#components/account/account-needed.tsx';
import { ErrorRates } from '#components/sitting/error-rates.tsx';
import { LazySitting } from '#components/sitting/lazy-sitting.tsx';
import { SittingIntro } from '#components/sitting/sitting-intro.tsx';
import { timeFactor } from '#lib/access/clock.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { env } from '#lib/server/host/env.ts';
import { errorRates } from '#lib/server/mastery/error-rates.ts';
import { testLength } from '#lib/server/mastery/test-length.ts';
import { mySitting } from '#lib/server/sitting/my-activity.ts';
import {
  endOverdueProblem,
  openNextProblem,
  openQuestion,
  resumeTest,
  retryMissedQuestions,
  showHint,
  startActivity,
  submitAnswer,
} from './actions.ts';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
  /** What to do once every problem of the challenge is solved; null before, and for a test. */
  readonly next: Recommendation | null;
}

/** The learner’s challenge or test: not started, open or finished. */
export async function LearnerSitting({ lesson, activity, next }: Props) {
  const mine = (await mySitting(lesson.id, activity.slug)) ?? notFound();
  const kind = activity.slug === 'test' ? 'test' : 'challenge';
  const hasAccount = mine.user !== null && mine.user.role !== 'guest';
  const rates = kind === 'test' ? await errorRates(lesson.id) : null;
  return (
    <LazySitting
      initial={mine.sitting}
      title={activity.title}
      actions={{
        start: startActivity,
        next: openNextProblem,
        goTo: openQuestion,
        close: endOverdueProblem,
        submit: submitAnswer,
        hint: showHint,
        retryMissed: retryMissedQuestions,
        continueTest: resumeTest,
      }}
      intro={
        <>
          <SittingIntro
            kind={kind}
            count={kind === 'test' ? await testLength(activity.items) : activity.items}
            attempts={activity.attempts}
            clocked={activity.clocked}
            badge={lesson.badge?.rule === kind ? lesson.badge : null}
            clock={mine.user ? timeFactor(mine.user) : 1}
          />
          {hasAccount ? null : (
            <AccountNeeded what={kind} path={activity.path} signUp={env().signUp} hasGuests={env().guests} />
          )}
        </>
      }
      about={rates ? <ErrorRates {...rates} /> : null}
      testsLeft={mine.testsLeft}
      signedIn={hasAccount}
      userId={mine.user?.id}
      signInHref={`/signin?next=${encodeURIComponent(activity.path)}`}
      lessonHref={lesson.path}
      lessonId={lesson.id}
      next={next}
      timeZone={mine.user?.timeZone ?? 'UTC'}
    />
  );
}
