import type { AnswerCorrectness } from '#lib/progress/tally.ts';

/** An answer of one learner that was graded again and counts by it. */
export interface RegradedForLearner {
  /** The event. */
  readonly id: string;
  readonly lessonId: string;
  readonly activity: string;
  readonly reason: string;
  readonly at: Date;
  readonly undoes: string | null;
  readonly verdict: AnswerCorrectness;
  readonly verdictBefore: AnswerCorrectness;
  readonly points: number;
  readonly pointsBefore: number;
}

/** What a learner is told about one event. */
export interface RegradeNote {
  readonly id: string;
  readonly lessonId: string;
  readonly activity: string;
  /** What one of the answers counts as now; 'otherwise' if none became right or wrong. */
  readonly now: 'right' | 'wrong' | 'otherwise';
  /** The difference in points, over all answers of the event. */
  readonly points: number;
  readonly isUndo: boolean;
  readonly reason: string;
  readonly at: Date;
}

/** One note for each event, in the order given. */
export function regradeNotes(answers: readonly RegradedForLearner[]): RegradeNote[] {
  return [...new Set(answers.map(({ id }) => id))].flatMap((id) => {
    const own = answers.filter((answer) => answer.id === id);
    const became = (verdict: AnswerCorrectness) =>
      own.find((answer) => answer.verdict === verdict && answer.verdictBefore !== verdict);
    const shown = became('right') ?? became('wrong') ?? own[0];
    if (!shown) return [];
    const { lessonId, activity, reason, at, undoes } = shown;
    return [
      {
        ...{ id, lessonId, activity, reason, at },
        now: became('right') ? 'right' : became('wrong') ? 'wrong' : 'otherwise',
        points: own.reduce((sum, answer) => sum + answer.points - answer.pointsBefore, 0),
        isUndo: undoes !== null,
      } satisfies RegradeNote,
    ];
  });
}
