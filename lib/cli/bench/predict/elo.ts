import { logistic } from '#lib/mastery/belief.ts';
import { baseRate, type Model } from './forecaster.ts';

/** The step is a / (1 + b n), n being the earlier answers of the student or item (Pelánek, Computers & Education 98, 2016). */
interface EloSteps {
  readonly a: number;
  readonly b: number;
}

export const elo: Model<EloSteps> = {
  start: { a: 1, b: 0.05 },
  candidates: [
    ({ b }) => ({ a: 0.6, b }),
    ({ b }) => ({ a: 1.6, b }),
    ({ a }) => ({ a, b: 0.02 }),
    ({ a }) => ({ a, b: 0.1 }),
    ({ a }) => ({ a, b: 0.2 }),
  ],
  train: (log, rows, { a, b }) => {
    const rate = baseRate(log, rows);
    const ease = new Float64Array(log.items).fill(Math.log(rate / (1 - rate)));
    const [ability, seen, asked] = [log.students, log.students, log.items].map((n) => new Float64Array(n));
    const forecast = (row: number) =>
      logistic((ability?.[log.student[row] ?? 0] ?? 0) + (ease[log.item[row] ?? 0] ?? 0));
    const move = (
      values: Float64Array | undefined,
      counts: Float64Array | undefined,
      at: number,
      error: number,
    ) => {
      if (!values || !counts) return;
      const n = counts[at] ?? 0;
      values[at] = (values[at] ?? 0) + (a / (1 + b * n)) * error;
      counts[at] = n + 1;
    };
    const errorOf = (row: number) => (log.correct[row] ?? 0) - forecast(row);
    for (const row of rows) {
      const error = errorOf(row);
      move(ability, seen, log.student[row] ?? 0, error);
      move(ease, asked, log.item[row] ?? 0, error);
    }
    return { forecast, observe: (row) => move(ability, seen, log.student[row] ?? 0, errorOf(row)) };
  },
};
