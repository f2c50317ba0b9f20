import type { AnswerLog } from './answer-log.ts';

/** Says the chance of a right answer before it is seen, then sees it. Rows come in order. */
export interface Forecaster {
  forecast(row: number): number;
  observe(row: number): void;
}

/** A way to forecast. `tries` change one parameter each; what does better on validation students is kept. */
export interface Model<P> {
  readonly start: P;
  readonly candidates: readonly ((parameters: P) => P)[];
  /** Learns from the train rows; the forecaster starts with students that it does not know, and learns only of them. */
  train(log: AnswerLog, rows: Int32Array, parameters: P): Forecaster;
}

/** Share of right answers among the rows, kept away from 0 and 1. */
export function baseRate({ correct }: AnswerLog, rows: Int32Array): number {
  const right = rows.reduce((sum, row) => sum + (correct[row] ?? 0), 0);
  return (right + 1) / (rows.length + 2);
}

export const constant: Model<null> = {
  start: null,
  candidates: [],
  train: (log, rows) => {
    const rate = baseRate(log, rows);
    return { forecast: () => rate, observe: () => undefined };
  },
};

/** The item's share of right answers, drawn towards the share of all as by five more answers. */
export const itemMean: Model<null> = {
  start: null,
  candidates: [],
  train: (log, rows) => {
    const rate = baseRate(log, rows);
    const [right, all] = [new Float64Array(log.items), new Float64Array(log.items)];
    for (const row of rows) {
      const item = log.item[row] ?? 0;
      all[item] = (all[item] ?? 0) + 1;
      right[item] = (right[item] ?? 0) + (log.correct[row] ?? 0);
    }
    const of = (item: number) => ((right[item] ?? 0) + 5 * rate) / ((all[item] ?? 0) + 5);
    return { forecast: (row) => of(log.item[row] ?? 0), observe: () => undefined };
  },
};
