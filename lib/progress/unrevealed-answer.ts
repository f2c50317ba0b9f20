import type { ActivityStanding } from './lesson-progress.ts';
import type { ActivityRef, AnswerCorrectness } from './tally.ts';

/** An answer whose learner does not know yet whether it is right: feedback is due at the end of its sitting, which is open. */
export interface UnrevealedAnswer extends ActivityRef {
  readonly userId: string;
  readonly sittingId: string;
  readonly verdict: AnswerCorrectness;
  readonly points: number;
  /** Right, and the item was not solved in another sitting. */
  readonly isNewlySolved: boolean;
  readonly localDay: string;
  readonly receivedAt: Date;
}

/** The points of these answers; with `since`, only those of that calendar day or later. */
export function unrevealedPoints(
  answers: readonly UnrevealedAnswer[],
  userId: string,
  since: string | null = null,
): number {
  return answers
    .filter((answer) => answer.userId === userId && (since === null || answer.localDay >= since))
    .reduce((sum, { points }) => sum + points, 0);
}

/** A learner's standings without what these answers have solved. */
export function revealedStandings<Standing extends ActivityStanding>(
  standings: readonly Standing[],
  answers: readonly UnrevealedAnswer[],
): Standing[] {
  return standings.map((standing) => {
    const hidden = answers.filter(
      ({ isNewlySolved, lessonId, activity }) =>
        isNewlySolved && lessonId === standing.lessonId && activity === standing.activity,
    );
    return { ...standing, solved: standing.solved - hidden.length };
  });
}
