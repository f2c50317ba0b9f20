/** A forecast probability, 0..1, and whether the event happened. */
export interface Forecast {
  readonly forecast: number;
  readonly happened: boolean;
}

export interface ForecastQuality {
  /** Chance that a right answer was given a greater chance than a wrong one; ties count half. Null without both. */
  readonly auc: number | null;
  /** Mean of -log of the chance that was given to what happened, natural logarithm. */
  readonly logLoss: number | null;
  readonly rmse: number | null;
  /** Expected calibration error in ten bins. */
  readonly ece: number | null;
}

export function forecastQuality(forecasts: readonly Forecast[]): ForecastQuality {
  const n = forecasts.length;
  let [square, log] = [0, 0];
  for (const { forecast, happened } of forecasts) {
    const given = happened ? forecast : 1 - forecast;
    square += (1 - given) ** 2;
    log -= Math.log(Math.max(1e-9, given));
  }
  return {
    auc: areaUnderCurve(forecasts),
    logLoss: n > 0 ? log / n : null,
    rmse: n > 0 ? Math.sqrt(square / n) : null,
    ece: expectedCalibrationError(forecasts, 10),
  };
}

/** By ranks (Mann and Whitney): equal forecasts share the mean of their ranks. */
function areaUnderCurve(forecasts: readonly Forecast[]): number | null {
  const sorted = forecasts.toSorted((a, b) => a.forecast - b.forecast);
  let [rankSum, right] = [0, 0];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    let hits = 0;
    while (to < sorted.length && sorted[to]?.forecast === sorted[from]?.forecast) {
      if (sorted[to]?.happened) hits += 1;
      to += 1;
    }
    rankSum += (hits * (from + 1 + to)) / 2;
    right += hits;
    from = to;
  }
  const wrong = sorted.length - right;
  return right === 0 || wrong === 0 ? null : (rankSum - (right * (right + 1)) / 2) / (right * wrong);
}

/**
 * The distance of forecasts from outcomes: forecasts are put into bins of equal width, and the distances between
 * mean forecast and share that happened are averaged, each bin counting as often as it was used. Null without forecasts.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins: number): number | null {
  if (forecasts.length === 0) return null;
  const excess = new Float64Array(bins);
  for (const { forecast, happened } of forecasts) {
    const bin = Math.min(bins - 1, Math.floor(forecast * bins));
    excess[bin] = (excess[bin] ?? 0) + forecast - (happened ? 1 : 0);
  }
  return excess.reduce((sum, value) => sum + Math.abs(value), 0) / forecasts.length;
}
