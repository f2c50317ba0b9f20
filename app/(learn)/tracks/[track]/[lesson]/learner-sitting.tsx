import { notFound } from 'next/navigation';
import { ErrorRates } from '#components/sitting/error-rates.tsx';
import { LazySitting } from '#components/sitting/lazy-sitting.tsx';
import { SittingIntro } from '#components/sitting/sitting-intro.tsx';
import { timeFactor } from '#lib/access/clock.ts';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { world } from '#lib/server/host/process-world.ts';
import { errorRates } from '#lib/server/mastery/error-rates.ts';
import { mySitting } from '#lib/server/sitting/my-activity.ts';
import {
  openNextProblem,
  resumeTest,
  retryMissedQuestions,
  showHint,
  startActivity,
  submitAnswer,
} from './actions.ts';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
}

/** The learner’s challenge or test: not started, open or finished. */
export async function LearnerSitting({ lesson, activity }: Props) {
  const mine = (await mySitting(lesson.id, activity.slug)) ?? notFound();
  const kind = activity.slug === 'test' ? 'test' : 'challenge';
  const rates = kind === 'test' ? await errorRates(lesson.id) : null;
  return (
    <LazySitting
      initial={mine.sitting}
      title={activity.title}
      actions={{
        start: startActivity,
        next: openNextProblem,
        submit: submitAnswer,
        hint: showHint,
        retryMissed: retryMissedQuestions,
        continueTest: resumeTest,
      }}
      intro={
        <SittingIntro
          kind={kind}
          count={
            kind === 'test' ? Math.min(activity.items, (await world()).testRule.maxQuestions) : activity.items
          }
          attempts={activity.attempts}
          clocked={activity.clocked}
          badge={lesson.badge?.rule === kind ? lesson.badge : null}
          clock={mine.user ? timeFactor(mine.user) : 1}
        />
      }
      about={rates ? <ErrorRates {...rates} /> : null}
      signedIn={mine.user !== null}
      userId={mine.user?.id}
      signInHref={`/signin?next=${encodeURIComponent(activity.path)}`}
      lessonHref={lesson.path}
      timeZone={mine.user?.timeZone ?? 'UTC'}
    />
  );
}
