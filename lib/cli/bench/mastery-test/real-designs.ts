import { chance } from '#lib/chance/chance.ts';
import { levels } from '#lib/item/registry.ts';
import { normalPrior } from '#lib/mastery/ability-posterior.ts';
import { calibratedFrom, type PoolItem } from '#lib/mastery/item-knowledge.ts';
import { abilityAt } from '#lib/mastery/reference-share.ts';
import { bankAt } from '#lib/mastery/test-bank.ts';
import { answerList } from '#lib/statistics/answer-list.ts';
import { fitIrt } from '#lib/statistics/irt.ts';
import { takeTest, testDesigns } from './take-test.ts';
import { type DesignSummary, type TestResult, tally } from './tally.ts';

export interface RealAnswers {
  readonly items: readonly string[];
  /** Students in rows; 0 and 1. */
  readonly matrix: readonly (readonly number[])[];
}

export interface RealSize {
  /** A student with at least this share of all items right counts as strong. */
  readonly cut: number;
  readonly splits: number;
  readonly seed: string;
}

/** Slopes are estimated from few students, so a prior shrinks them towards 1. */
const priors = { intercept: 3, logSlope: 0.5 };

/**
 * Half of the students calibrate the items. The other half is tested: the test sees only the answers to the items that
 * it asks. The truth is a student's share of all items, including the asked ones, for every design.
 */
export function realDesigns(answers: RealAnswers, size: RealSize): DesignSummary[] {
  const splits = Array.from({ length: size.splits }, (_, at) => oneSplit(answers, size, at));
  return Object.keys(testDesigns).map((name) =>
    tally(
      `real answers: ${name}`,
      splits.flatMap((endings) => endings.get(name) ?? []),
    ),
  );
}

function oneSplit(
  { items, matrix }: RealAnswers,
  { cut, seed }: RealSize,
  at: number,
): Map<string, TestResult[]> {
  const source = chance(`${seed}/split/${at}`);
  const shuffled = source.shuffle(matrix);
  const half = Math.floor(matrix.length / 2);
  const pool = poolFrom(items, shuffled.slice(0, half));
  // A count of right answers reaches the cut when the expected count is half an answer below it.
  const needed = Math.ceil(cut * items.length - 1e-9);
  const ability = abilityAt(pool, (needed - 0.5) / items.length);
  const bank = bankAt(pool, ability, normalPrior({ mean: 0, variance: 1 }));
  const indexOf = new Map(items.map((item, index) => [item, index]));
  return new Map(
    Object.entries(testDesigns).map(([name, way]) => [
      name,
      shuffled.slice(half).map((row) => {
        const isStrong = row.reduce((sum, mark) => sum + mark, 0) >= needed;
        return takeTest(bank, {
          way,
          isStrong,
          answer: (id) => row[indexOf.get(id) ?? -1] === 1,
          chance: source,
        });
      }),
    ]),
  );
}

/** Items calibrated on these students; for the fixed form, levels are thirds of the items by difficulty. */
function poolFrom(items: readonly string[], calibrating: readonly (readonly number[])[]): PoolItem[] {
  const { items: fitted } = fitIrt(answerList(calibrating), { model: '2pl', priors, tolerance: 1e-3 });
  const order = fitted.map(({ difficulty }) => difficulty).toSorted((a, b) => a - b);
  return items.map((id, at) => {
    const { slope, difficulty, difficultySe } = fitted[at] ?? { slope: 1, difficulty: 0, difficultySe: 1 };
    const third = Math.floor((3 * order.indexOf(difficulty)) / items.length);
    return {
      id,
      level: levels[third] ?? 'hard',
      objective: null,
      guess: 0,
      difficulty: { mean: difficulty, variance: Math.min(1, (difficultySe ?? 0) ** 2) },
      slope,
      answers: Math.max(calibratedFrom, calibrating.length),
    };
  });
}
