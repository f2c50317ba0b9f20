import { notFound } from 'next/navigation';
import { ErrorRates } from '#components/sitting/error-rates.tsx';
import { LazySitting } from '#components/sitting/lazy-sitting.tsx';
import { SittingIntro } from '#components/sitting/sitting-intro.tsx';
import { timeFactor } from '#lib/access/clock.ts';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { world } from '#lib/server/host/process-world.ts';
import { errorRates } from '#lib/server/mastery/error-rates.ts';
import { mySitting } from '#lib/server/sitting/my-activity.ts';
import { missed, next, resume, showHint, start, submitAnswer } from './actions.ts';
import { Reportable } from './my-reports.tsx';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
  readonly plain: boolean;
}

/** The visitor's challenge or test: not begun, on its way, or over. */
export async function MySitting({ lesson, activity, plain }: Props) {
  const mine = (await mySitting(lesson.id, activity.slug)) ?? notFound();
  const kind = activity.slug === 'test' ? 'test' : 'challenge';
  const rates = kind === 'test' ? await errorRates(lesson.id) : null;
  return (
    <Reportable lesson={lesson.id} plain={plain}>
      <LazySitting
        initial={mine.sitting}
        title={activity.title}
        told={await stateOfPost(submitAnswer)}
        actions={{ start, next, submit: submitAnswer, hint: showHint, missed, continueTest: resume }}
        intro={
          <SittingIntro
            kind={kind}
            count={
              kind === 'test'
                ? Math.min(activity.items, (await world()).testRule.maxQuestions)
                : activity.items
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
    </Reportable>
  );
}
