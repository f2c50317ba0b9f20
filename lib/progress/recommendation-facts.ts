import { itemType } from '#lib/item/registry.ts';
import { type ActivitySlug, activityKind, testKind } from '#lib/lesson/activities.ts';
import type { Activity, Lesson, Track } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { type ActivityStanding, activityProgress } from './lesson-progress.ts';
import { type Destination, type NextFacts, type Practice, recommendNext } from './recommend-next.ts';

/** The parts of a learner's history that a recommendation depends on. */
export interface LearnerRecord {
  readonly standings: readonly ActivityStanding[];
  /** The newest verdict of each lesson, by lesson id. */
  readonly verdicts: ReadonlyMap<string, LessonVerdict>;
  /** Ids of solved items. */
  readonly solved: ReadonlySet<string>;
}

export interface LessonVerdict {
  readonly outcome: Outcome;
  /** Ids of objectives that the test found weak; empty when it is not known which. */
  readonly weak: readonly string[];
}

export const emptyRecord: LearnerRecord = { standings: [], verdicts: new Map(), solved: new Set() };

/**
 * The facts about one lesson of a track. `here` is the activity on whose page the recommendation is shown: it is not
 * recommended itself, and the activities after it come first.
 */
export function nextFacts(
  track: Track | undefined,
  lesson: Lesson,
  record: LearnerRecord,
  here: ActivitySlug | null = null,
): NextFacts {
  const map = { title: track?.title ?? 'The track', href: `/tracks/${lesson.track}`, activity: null };
  return {
    ...lessonFacts(lesson, record, map, here),
    nextLesson: nextLessonAfter(lesson, track?.lessons ?? [], record, map),
  };
}

/** An activity as the destination of a recommendation. The title of a second test is "Take another test". */
export function activityDestination(
  lesson: Lesson,
  slug: ActivitySlug,
  { verdicts }: LearnerRecord,
): Destination {
  const title =
    slug === 'test' && verdicts.has(lesson.id) ? 'Take another test' : (activityKind(slug) ?? testKind).title;
  return {
    title,
    href: lessonPath(lesson, slug),
    activity: { lessonId: lesson.id, lessonTitle: lesson.title, slug, title },
  };
}

function lessonFacts(
  lesson: Lesson,
  record: LearnerRecord,
  track: Destination,
  here: ActivitySlug | null,
): NextFacts {
  const { standings, verdicts } = record;
  const verdict = verdicts.get(lesson.id);
  const others = activitiesAfter(lesson, here);
  const isUnfinished = ({ slug }: Activity) => {
    const { done, total } = activityProgress(lesson, slug, standings);
    return done < total;
  };
  const at = (activity: Pick<Activity, 'slug'> | undefined) =>
    activity ? activityDestination(lesson, activity.slug, record) : null;
  const explains = ['deep', 'introduction'].flatMap(
    (slug) => lesson.activities.find((one) => one.slug === slug) ?? [],
  );
  return {
    missed: 0,
    unanswered: 0,
    leftOff: null,
    lessonTitle: lesson.title,
    verdict: verdict?.outcome ?? null,
    hasWeakObjectives: (verdict?.weak ?? []).length > 0,
    practice: practiceIn(lesson, verdict?.weak ?? [], record, here),
    reading: at(explains.slice(0, 1).find(({ slug }) => slug !== here)),
    unfinished: at(others.find(isUnfinished)),
    test: lesson.pool.length > 0 && here !== 'test' ? activityDestination(lesson, 'test', record) : null,
    nextLesson: null,
    track,
  };
}

/** All activities but `here`, those after it first. */
function activitiesAfter({ activities }: Lesson, here: ActivitySlug | null): Activity[] {
  const at = activities.findIndex(({ slug }) => slug === here);
  return [...activities.slice(at + 1), ...activities.slice(0, Math.max(0, at))];
}

/** The activity with the most unsolved questions about the weak objectives; the earlier one among equals. */
function practiceIn(
  lesson: Lesson,
  weak: readonly string[],
  record: LearnerRecord,
  here: ActivitySlug | null,
): Practice | null {
  const isAsked = (objective: string | null) =>
    weak.length === 0 || (objective !== null && weak.includes(objective));
  const counts = lesson.activities
    .filter(({ slug, delivery }) => slug !== here && delivery.starts === 'by-itself')
    .map(({ slug, items }) => ({
      slug,
      questions: items.filter(
        ({ id, type, objective }) => itemType(type).graded && !record.solved.has(id) && isAsked(objective),
      ).length,
    }));
  const [most] = counts.toSorted((a, b) => b.questions - a.questions);
  if (!most || most.questions === 0) return null;
  return { to: activityDestination(lesson, most.slug, record), questions: most.questions };
}

/** The first lesson after this one, then before it, that is not strong and has something left to do. Leads to the part to continue with. */
function nextLessonAfter(
  lesson: Lesson,
  lessons: readonly Lesson[],
  record: LearnerRecord,
  track: Destination,
): Destination | null {
  const at = lessons.indexOf(lesson);
  for (const other of [...lessons.slice(at + 1), ...lessons.slice(0, Math.max(0, at))]) {
    if (record.verdicts.get(other.id)?.outcome === 'strong') continue;
    const to = recommendNext(lessonFacts(other, record, track, null))?.to;
    if (to) return { ...to, title: other.title };
  }
  return null;
}
