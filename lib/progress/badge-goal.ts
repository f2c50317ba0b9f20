import { servedItemCount } from '#lib/lesson/delivery.ts';
import type { BadgeRule, Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { type Outcome, outcomeWords } from '#lib/mastery/verdict.ts';
import { type ActivityStanding, lessonProgress, type Progress } from './lesson-progress.ts';

/** What a badge is given for, as every page prints it. */
export const badgeRules: Record<BadgeRule['rule'], string> = {
  challenge: 'Given for every problem of the challenge right in one sitting.',
  test: 'Given for a strong verdict in the test.',
  lesson: 'Given for every question of the lesson solved.',
};

/** What is known of a person that bears on the badge of one lesson. */
export interface BadgeEvidence {
  readonly standings: readonly ActivityStanding[];
  /** Problems right in the best sitting of the challenge. */
  readonly bestChallenge: number;
  readonly outcome: Outcome | null;
}

/** How near a badge is, and the activity that earns it. */
export interface BadgeGoal {
  readonly progress: Progress;
  readonly words: string;
  /** The text of the link to `href`. */
  readonly place: string;
  readonly href: string;
}

export function badgeGoal(lesson: Lesson, rule: BadgeRule['rule'], evidence: BadgeEvidence): BadgeGoal {
  if (rule === 'test') {
    const said = evidence.outcome
      ? `Your newest test says: ${outcomeWords[evidence.outcome].toLowerCase()}.`
      : 'Not tested yet.';
    return {
      progress: { done: 0, of: 1 },
      words: said,
      place: 'To the test',
      href: lessonPath(lesson, 'test'),
    };
  }
  if (rule === 'lesson') {
    const progress = lessonProgress(lesson, evidence.standings);
    return {
      progress,
      words: `${progress.done} of ${progress.of} steps of the lesson`,
      place: 'To the lesson',
      href: lessonPath(lesson),
    };
  }
  const challenge = lesson.activities.find(({ slug }) => slug === 'challenge');
  const of = challenge ? servedItemCount(challenge) : 0;
  const done = Math.min(of, evidence.bestChallenge);
  return {
    progress: { done, of },
    words: `${done} of ${of} problems right in ${done > 0 ? 'your best' : 'one'} sitting`,
    place: 'To the challenge',
    href: lessonPath(lesson, 'challenge'),
  };
}
