import { activityKind } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { type DatedStanding, type LeftOff, leftOffActivity } from './left-off-activity.ts';
import type { LeftOffDestination } from './next-facts.ts';
import { type Recommendation, recommendNext } from './recommend-next.ts';
import { activityDestination, type LearnerRecord, nextFacts } from './recommendation-facts.ts';

/** The next step of a learner over all lessons. */
export interface NextForLearner {
  /** The lesson that it was derived from: that of the last answer. */
  readonly lesson: Lesson;
  readonly recommendation: Recommendation;
  /** Set when the recommendation is to continue an activity. */
  readonly leftOff: LeftOff | null;
}

/** What a learner has worked on, in all lessons. */
export interface WorkedOn {
  readonly activities: readonly DatedStanding[];
  readonly openTests: readonly DatedStanding[];
}

/**
 * An open test first, then the activity last worked on if it is not finished, or else what its end card recommends. Null
 * before the first answer, and when nothing is left to do.
 */
export function nextForLearner(
  library: Library,
  record: LearnerRecord,
  { activities, openTests }: WorkedOn,
): NextForLearner | null {
  const [last] = activities.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
  const left =
    leftOffActivity(library, [], openTests) ?? (last ? leftOffActivity(library, [last], []) : null);
  const lesson = left?.lesson ?? (last && library.lessonById(last.lessonId));
  return lesson ? nextIn(library, lesson, record, { left, last: last?.activity ?? '' }) : null;
}

function nextIn(
  library: Library,
  lesson: Lesson,
  record: LearnerRecord,
  { left, last }: { readonly left: LeftOff | null; readonly last: string },
): NextForLearner | null {
  const finished = left || last === 'test' ? null : (activityKind(last)?.slug ?? null);
  const recommendation = recommendNext({
    ...nextFacts(library.track(lesson.track), lesson, record, finished),
    leftOff: left && leftOffDestination(left, record),
  });
  return (
    recommendation && { lesson, recommendation, leftOff: recommendation.rule === 'continue' ? left : null }
  );
}

function leftOffDestination(
  { lesson, activity, lastAt }: LeftOff,
  record: LearnerRecord,
): LeftOffDestination {
  const testedAt = record.verdicts.get(lesson.id)?.at;
  return {
    ...activityDestination(lesson, activity, record),
    isNewerThanTest: testedAt === undefined || lastAt > testedAt,
  };
}
