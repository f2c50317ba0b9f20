import { answerList } from './answer-list.ts';
import { type FittedItem, fitIrt } from './irt.ts';
import type { MarkTable } from './item-statistics.ts';
import { minAnswers } from './min-answers.ts';

/** One model of right and wrong answers, fitted to a test. */
export interface ModelFit {
  /** Students, and items that were fitted. */
  readonly n: number;
  readonly fitted: number;
  /**
   * Standard deviation of ability in the units of `difficulty`, and its standard error: Rasch items have slope 1. Some
   * programs print difficulty / abilitySd and a common slope of abilitySd; it is the same model.
   */
  readonly abilitySd: number;
  readonly abilitySdSe: number | null;
  readonly logLikelihood: number;
}

interface Fitted {
  readonly fit: ModelFit;
  /** By the item's place in the table. */
  readonly items: ReadonlyMap<number, FittedItem>;
}

/** Answers above which a fit would take minutes. */
const mostForFit = 3_000_000;
/** Above so many answers a step is at rest a hundredth of a standard error away, not a ten-thousandth. */
const manyAnswers = 200_000;

/**
 * Fits of the Rasch and the two-parameter model to the items that are right or wrong and vary; null when there are too
 * few students or items. An item whose standard error cannot be had (say, it parts the students perfectly) is left out.
 */
export function modelFits(table: MarkTable): { rasch: Fitted | null; twoParameter: Fitted | null } {
  const { items, max, marks } = table;
  const isFit = (at: number) => {
    const seen = new Set(marks.map((row) => row[at] ?? null));
    seen.delete(null);
    return seen.size === 2 && seen.has(0) && seen.has(max[at] ?? 0);
  };
  const places = items.map((_, at) => at).filter(isFit);
  const answers = answerList(
    marks.map((row) => places.map((at) => (row[at] == null ? null : row[at] === 0 ? 0 : 1))),
  );
  const fitted = (model: 'rasch' | '2pl', least: number): Fitted | null => {
    if (marks.length < least || places.length < 3 || answers.item.length > mostForFit) return null;
    const {
      items: found,
      abilitySd,
      abilitySdSe,
      logLikelihood,
    } = fitIrt(answers, {
      model,
      ...(answers.item.length > manyAnswers && { tolerance: 1e-4 }),
    });
    const known = found.flatMap((one, at): [number, FittedItem][] =>
      one.difficultySe === null ? [] : [[places[at] ?? -1, one]],
    );
    return {
      fit: { n: marks.length, fitted: known.length, abilitySd, abilitySdSe, logLikelihood },
      items: new Map(known),
    };
  };
  return { rasch: fitted('rasch', minAnswers.rasch), twoParameter: fitted('2pl', minAnswers.slopes) };
}
