import type { BadgeRule, Lesson } from '#lib/lesson/lesson.ts';
import type { ConceptVerdict } from '#lib/mastery/concept-test.ts';
import { type SittingTest, verdictOf } from '#lib/mastery/sitting-test.ts';
import { byGradingOrder, type ScheduledSubject } from '#lib/review/recount-reviews.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import { isSolved, isTimed, itemsOf } from '#lib/sitting/item-record.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { scheduledAfter } from './grade-attempt.ts';
import { lessonProgress } from './lesson-progress.ts';
import type { ActivityTally } from './tally.ts';

/** A badge as it is awarded, once for each person. */
export interface BadgeAward {
  readonly userId: string;
  readonly badgeId: string;
  readonly lessonId: string;
  readonly timed: 'timed' | 'untimed' | 'no-clock';
  readonly earnedAt: Date;
}

/** The verdict of a test as it is stored. */
export interface StoredVerdict extends ConceptVerdict {
  readonly sittingId: string;
  readonly userId: string;
  readonly lessonId: string;
  readonly right: number;
  readonly asked: number;
  /** Ability plus offset in the lesson at that moment, in logits; null without a graded answer. */
  readonly standing: number | null;
  readonly at: Date;
}

/** Everything that the end of a challenge or test changes. */
export interface SittingEnd {
  /** The closed sitting. */
  readonly sitting: Sitting;
  readonly reviews: readonly ScheduledSubject[];
  readonly verdict: StoredVerdict | null;
  /** The badge that it earns, unless the person has it already. */
  readonly badge: BadgeAward | null;
}

/** What the end of a sitting depends on beside its answers. */
export interface EndFacts {
  readonly reviews: readonly ScheduledSubject[];
  /** Null for a challenge. */
  readonly test: SittingTest | null;
  readonly standing: number | null;
  /** The totals in all activities: the last step of a lesson may be its challenge. */
  readonly standings: readonly ActivityTally[];
}

/** Ends a challenge or test: with the verdict of the test, or the badge of a fully solved challenge or lesson. */
export function endSitting(
  context: ActivityContext,
  open: Sitting,
  { reviews, test, standing, standings }: EndFacts,
  now: Date,
): SittingEnd {
  const { lesson, records } = context;
  const { userId } = open;
  const items = itemsOf(context, open);
  const sitting = { ...open, closedAt: now };
  const responses = [...records.values()].flatMap((record) => record.responses);
  const moved =
    context.delivery.feedback === 'at-once'
      ? []
      : scheduledAfter({ context, history: { reviews } }, responses.toSorted(byGradingOrder));
  if (test) {
    const place = { sittingId: open.id, userId, lessonId: lesson.id };
    const verdict = { ...place, ...verdictOf(test), standing, at: now };
    const isStrong = verdict.outcome === 'strong';
    const award = { userId, rule: 'test' as const, timed: 'no-clock' as const, at: now };
    return { sitting, reviews: moved, verdict, badge: isStrong ? badgeFor(lesson, award) : null };
  }
  const isWhole = open.scope !== 'missed' && items.every((item) => isSolved(records.get(item.id)));
  const timed = isTimed(context, items) ? 'timed' : 'untimed';
  const badge =
    (isWhole ? badgeFor(lesson, { userId, rule: 'challenge', timed, at: now }) : null) ??
    lessonBadge(lesson, standings, { userId, at: now });
  return { sitting, reviews: moved, verdict: null, badge };
}

/** The badge for solving everything in a lesson, once all of it is solved. */
export function lessonBadge(
  lesson: Lesson,
  standings: readonly ActivityTally[],
  { userId, at }: { readonly userId: string; readonly at: Date },
): BadgeAward | null {
  const { done, total } = lessonProgress(lesson, standings);
  return done < total ? null : badgeFor(lesson, { userId, rule: 'lesson', timed: 'no-clock', at });
}

/** The badge of the lesson, if it is given by this rule. */
export function badgeFor(
  { id, badge }: Lesson,
  {
    userId,
    rule,
    timed,
    at,
  }: {
    readonly userId: string;
    readonly rule: BadgeRule['rule'];
    readonly timed: BadgeAward['timed'];
    readonly at: Date;
  },
): BadgeAward | null {
  return badge?.rule === rule ? { userId, badgeId: badge.id, lessonId: id, timed, earnedAt: at } : null;
}
