import { dayAfter } from '#lib/calendar/calendar-day.ts';
import { itemType } from '#lib/item/registry.ts';
import { type ActivitySlug, activityKind, testKind } from '#lib/lesson/activities.ts';
import type { Activity, Lesson, Track } from '#lib/lesson/lesson.ts';
import { lessonPath, passagePath } from '#lib/lesson/library.ts';
import { passageLabel } from '#lib/lesson/passages.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { type ActivityStanding, activityProgress } from './lesson-progress.ts';
import type { ActivityName, Destination, NextFacts, Practice } from './next-facts.ts';
import { recommendNext } from './recommend-next.ts';

/** The parts of a learner's history that a recommendation depends on. */
export interface LearnerRecord {
  /** The learner's calendar day, like 2026-11-22. */
  readonly today: string;
  readonly standings: readonly (ActivityStanding & { readonly lastAt?: Date })[];
  /** The newest verdict of each lesson, by lesson id. */
  readonly verdicts: ReadonlyMap<string, LessonVerdict>;
  /** Ids of solved items. */
  readonly solved: ReadonlySet<string>;
}

export interface LessonVerdict {
  readonly outcome: Outcome;
  /** Ids of objectives that the test found weak; empty when it is not known which. */
  readonly weak: readonly string[];
  readonly at: Date;
  /** The learner's calendar day of `at`. */
  readonly day: string;
}

export const emptyRecord: LearnerRecord = {
  today: '',
  standings: [],
  verdicts: new Map(),
  solved: new Set(),
};

/**
 * Another test is recommended from the second day after one that was not strong: what was weak is read and practised
 * first, and comes up for review on the next day.
 */
const retestAfterDays = 2;

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
  const lessons = track?.lessons ?? [];
  return {
    ...lessonFacts(lesson, record, map, here),
    nextLesson: nextLessonAfter(lesson, lessons, record, map),
    buildsOn:
      record.verdicts.get(lesson.id)?.outcome === 'strong'
        ? [...lessonsBelow(lesson, lessons)].map(({ id }) => id)
        : [],
  };
}

/** An activity as the destination of a recommendation. The title of a second test is "Take another test". */
export function activityDestination(
  lesson: Lesson,
  slug: ActivitySlug,
  { verdicts }: LearnerRecord,
): Destination {
  const activity = activityNameOf(lesson, slug, verdicts.has(lesson.id));
  return { title: activity.title, href: lessonPath(lesson, slug), activity };
}

function activityNameOf(lesson: Lesson, slug: ActivitySlug, wasTested: boolean): ActivityName {
  const isAnotherTest = slug === 'test' && wasTested;
  const title = isAnotherTest ? 'Take another test' : (activityKind(slug) ?? testKind).title;
  return { lessonId: lesson.id, lessonTitle: lesson.title, slug, title };
}

function lessonFacts(
  lesson: Lesson,
  record: LearnerRecord,
  track: Destination,
  here: ActivitySlug | null,
): NextFacts {
  const { today, standings, verdicts } = record;
  const verdict = verdicts.get(lesson.id);
  const isUnfinished = ({ slug }: Activity) => {
    const { done, total } = activityProgress(lesson, slug, standings);
    return done < total;
  };
  const isWeak = verdict !== undefined && verdict.outcome !== 'strong';
  const challenge = lesson.activities.find(({ slug }) => slug === 'challenge');
  const isChallengeDone = challenge !== undefined && !isUnfinished(challenge);
  const unfinished = activitiesAfter(lesson, here)
    .filter(({ slug }) => !(isChallengeDone && slug === 'introduction'))
    .find(isUnfinished);
  return {
    today,
    missed: 0,
    unanswered: 0,
    leftOff: null,
    lessonTitle: lesson.title,
    verdict: verdict?.outcome ?? null,
    hasWeakObjectives: (verdict?.weak ?? []).length > 0,
    hasAnsweredSinceTest: verdict !== undefined && isAnsweredSince(lesson, standings, verdict.at),
    retestDay: verdict ? dayAfter(verdict.day, retestAfterDays) : null,
    isChallengeDone,
    // Facts are sent with each page, so these are left empty where no rule asks for them.
    passages: isWeak ? passagesFor(lesson, record, here) : [],
    practice: isWeak ? practiceIn(lesson, record, here) : null,
    unfinished: unfinished ? activityDestination(lesson, unfinished.slug, record) : null,
    test: lesson.pool.length > 0 && here !== 'test' ? activityDestination(lesson, 'test', record) : null,
    nextLesson: null,
    buildsOn: [],
    track,
  };
}

/** All activities but `here`, those after it first. */
function activitiesAfter({ activities }: Lesson, here: ActivitySlug | null): Activity[] {
  const at = activities.findIndex(({ slug }) => slug === here);
  return [...activities.slice(at + 1), ...activities.slice(0, Math.max(0, at))];
}

const isAnsweredSince = ({ id }: Lesson, standings: LearnerRecord['standings'], at: Date): boolean =>
  standings.some(
    ({ lessonId, activity, lastAt }) =>
      lessonId === id && activity !== 'test' && lastAt !== undefined && lastAt > at,
  );

/** The first passage of each weak objective, or the activity that explains the lesson; none that is part of `here`. */
function passagesFor(lesson: Lesson, record: LearnerRecord, here: ActivitySlug | null): Destination[] {
  const weak = record.verdicts.get(lesson.id)?.weak ?? [];
  const named = lesson.objectives
    .filter(({ id }) => weak.includes(id))
    .flatMap(({ read }) => read.slice(0, 1));
  const distinct = new Map(
    named
      .filter(({ activity }) => activity !== here)
      .map((passage) => {
        const href = passagePath(lesson, passage);
        const activity = activityNameOf(lesson, passage.activity, true);
        return [href, { title: passageLabel(passage), href, activity }];
      }),
  );
  if (named.length > 0) return [...distinct.values()];
  const [explains] = ['deep', 'introduction'].flatMap(
    (slug) => lesson.activities.find((one) => one.slug === slug) ?? [],
  );
  return explains && explains.slug !== here ? [activityDestination(lesson, explains.slug, record)] : [];
}

/** The activity with the most unsolved questions about the weak objectives, at the first of them; a project is none. */
function practiceIn(lesson: Lesson, record: LearnerRecord, here: ActivitySlug | null): Practice | null {
  const weak = record.verdicts.get(lesson.id)?.weak ?? [];
  const isAsked = (objective: string | null) =>
    weak.length === 0 || (objective !== null && weak.includes(objective));
  const [most] = lesson.activities
    .filter(({ slug, delivery }) => slug !== here && slug !== 'project' && delivery.starts === 'by-itself')
    .map(({ slug, items }) => ({
      slug,
      asked: items.filter(
        ({ id, type, objective }) => itemType(type).graded && !record.solved.has(id) && isAsked(objective),
      ),
    }))
    .toSorted((a, b) => b.asked.length - a.asked.length);
  const [first] = most?.asked ?? [];
  if (!most || !first) return null;
  const to = activityDestination(lesson, most.slug, record);
  return { to: { ...to, href: `${to.href}#${first.id}` }, questions: most.asked.length };
}

/**
 * The first lesson after this one, then before it, that is not proven and has something left to do. Leads to the part to
 * continue with. A strong test proves its lesson, and the lessons that this one builds on.
 */
function nextLessonAfter(
  lesson: Lesson,
  lessons: readonly Lesson[],
  record: LearnerRecord,
  track: Destination,
): Destination | null {
  const isStrong = ({ id }: Lesson) => record.verdicts.get(id)?.outcome === 'strong';
  const proven = new Set(
    lessons.filter(isStrong).flatMap((strong) => [strong, ...lessonsBelow(strong, lessons)]),
  );
  const at = lessons.indexOf(lesson);
  for (const other of [...lessons.slice(at + 1), ...lessons.slice(0, Math.max(0, at))]) {
    if (proven.has(other)) continue;
    const to = recommendNext(lessonFacts(other, record, track, null))?.to;
    if (to) return { ...to, title: other.title };
  }
  return null;
}

/** All lessons that a lesson builds on, directly or through others. */
function lessonsBelow({ prerequisites }: Lesson, lessons: readonly Lesson[]): ReadonlySet<Lesson> {
  const direct = lessons.filter(({ slug }) => prerequisites.includes(slug));
  return new Set(direct.flatMap((lesson) => [lesson, ...lessonsBelow(lesson, lessons)]));
}
