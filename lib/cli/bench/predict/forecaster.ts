import type { AnswerLog } from './answer-log.ts';

/** Predicts the probability of a right answer, then observes the answer. Rows come in order. */
export interface Forecaster {
  forecast(row: number): number;
  observe(row: number): void;
}

/** A forecasting model. Each candidate changes one parameter; a change that does better on validation students stays. */
export interface Model<P> {
  readonly start: P;
  readonly candidates: readonly ((parameters: P) => P)[];
  /** Trains on these rows. The forecaster then meets unknown students and updates only what it knows about them. */
  train(log: AnswerLog, rows: Int32Array, parameters: P): Forecaster;
}

/** Share of right answers among the rows, smoothed so that it is never 0 or 1. */
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

/** The item's share of right answers, shrunk towards the overall share by five pseudo-answers. */
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
