/** A chance that was stated, 0..1, and whether it came true. */
export interface Forecast {
  readonly forecast: number;
  readonly happened: boolean;
}

/**
 * How far stated chances are from what happened: forecasts are put into bins of equal width, and the distances between
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
