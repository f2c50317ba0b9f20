import { servedItemCount } from '#lib/lesson/delivery.ts';
import type { BadgeRule, Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';
import { type ActivityStanding, lessonProgress, type Progress } from './lesson-progress.ts';

/** What a badge is given for, as every page shows it. */
export const badgeRules: Record<BadgeRule['rule'], string> = {
  challenge: 'Given for every problem of the challenge right in one sitting.',
  test: 'Given for a strong verdict in the test.',
  lesson: 'Given for every question of the lesson solved.',
};

/** The facts about a learner that decide the badge of one lesson. */
export interface BadgeEvidence {
  readonly standings: readonly ActivityStanding[];
  /** Problems right in the best sitting of the challenge. */
  readonly bestChallenge: number;
  readonly outcome: Outcome | null;
}

/** The progress towards a badge, and a link to the activity that earns it. */
export interface BadgeGoal {
  readonly progress: Progress;
  readonly description: string;
  /** The text of the link to `href`. */
  readonly linkText: string;
  readonly href: string;
}

export function badgeGoal(lesson: Lesson, rule: BadgeRule['rule'], evidence: BadgeEvidence): BadgeGoal {
  if (rule === 'test') {
    const description = evidence.outcome
      ? `Your latest test says: ${outcomeLabels[evidence.outcome].toLowerCase()}.`
      : 'Not tested yet.';
    return {
      progress: { done: 0, total: 1 },
      description,
      linkText: 'To the test',
      href: lessonPath(lesson, 'test'),
    };
  }
  if (rule === 'lesson') {
    const progress = lessonProgress(lesson, evidence.standings);
    return {
      progress,
      description: `${progress.done} of ${progress.total} steps of the lesson`,
      linkText: 'To the lesson',
      href: lessonPath(lesson),
    };
  }
  const challenge = lesson.activities.find(({ slug }) => slug === 'challenge');
  const total = challenge ? servedItemCount(challenge) : 0;
  const done = Math.min(total, evidence.bestChallenge);
  return {
    progress: { done, total },
    description: `${done} of ${total} problems right in ${done > 0 ? 'your best' : 'one'} sitting`,
    linkText: 'To the challenge',
    href: lessonPath(lesson, 'challenge'),
  };
}
