import { type Forecast, type ForecastQuality, forecastQuality } from '#lib/statistics/forecast-quality.ts';
import { type AnswerLog, randomSplit, rowsOfSide, type Split } from './answer-log.ts';
import type { Forecaster, Model } from './forecaster.ts';

export interface Evaluation extends ForecastQuality {
  /** Microseconds for one forecast and the update by its answer. */
  readonly usPerUpdate: number;
}

/** Chooses parameters on one in five of the train students, trains on all of them and predicts the test students. */
export function evaluate<P>(
  log: AnswerLog,
  {
    split,
    seed,
    model,
    nowMs,
  }: {
    readonly split: readonly Split[];
    readonly seed: string;
    readonly model: Model<P>;
    readonly nowMs: () => number;
  },
): Evaluation {
  const parameters = chooseParameters(log, split, seed, model);
  const forecaster = model.train(log, rowsOfSide(log, split, 'train'), parameters);
  const rows = rowsOfSide(log, split, 'test');
  const startedMs = nowMs();
  const forecasts = forecastInOrder(log, rows, forecaster);
  const usPerUpdate = ((nowMs() - startedMs) * 1000) / Math.max(1, rows.length);
  return { ...forecastQuality(forecasts), usPerUpdate };
}

function chooseParameters<P>(log: AnswerLog, split: readonly Split[], seed: string, model: Model<P>): P {
  if (model.candidates.length === 0) return model.start;
  const inner = randomSplit(log.students, `${seed}/validation`);
  const rows = rowsOfSide(log, split, 'train');
  const isHeld = (row: number) => inner[log.student[row] ?? 0] === 'test';
  const [held, rest] = [rows.filter(isHeld), rows.filter((row) => !isHeld(row))];
  const lossOf = (parameters: P) =>
    forecastQuality(forecastInOrder(log, held, model.train(log, rest, parameters))).logLoss ?? 0;
  let best = model.start;
  let least = lossOf(best);
  for (const change of model.candidates) {
    const tried = change(best);
    const loss = lossOf(tried);
    if (loss < least - 1e-5) [best, least] = [tried, loss];
  }
  return best;
}

function forecastInOrder(log: AnswerLog, rows: Int32Array, forecaster: Forecaster): Forecast[] {
  const forecasts: Forecast[] = [];
  for (const row of rows) {
    forecasts.push({ forecast: forecaster.forecast(row), happened: log.correct[row] === 1 });
    forecaster.observe(row);
  }
  return forecasts;
}
