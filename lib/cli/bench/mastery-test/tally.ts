import { expectedCalibrationError } from '#lib/statistics/forecast-quality.ts';

/** How one simulated or real person's test ended. */
export interface TestResult {
  readonly isStrong: boolean;
  /** What the rule calls it. */
  readonly outcome: 'strong' | 'not-yet' | 'unsure';
  /** P(strong), for a rule that states one. Forced to choose, it says strong above one half. */
  readonly pStrong: number | null;
  readonly length: number;
}

/** One line of what the command prints; shares are 0..1. */
export interface DesignSummary {
  readonly name: string;
  readonly n: number;
  /** Wrong calls when a rule that is undecided has to choose. */
  readonly error: number;
  readonly undecided: number;
  /** Null when nothing was decided. */
  readonly wrongAmongDecided: number | null;
  readonly meanLength: number;
  /** Expected calibration error of P(strong) in ten bins; null for a rule that states none. */
  readonly ece: number | null;
  /** Share of those who are not strong that were called strong, when the rule has to choose. */
  readonly falseStrong: number | null;
}

export function tally(name: string, endings: readonly TestResult[]): DesignSummary {
  const n = endings.length;
  const chosen = ({ pStrong, outcome }: TestResult) =>
    pStrong === null ? outcome === 'strong' : pStrong > 0.5;
  const decided = endings.filter(({ outcome }) => outcome !== 'unsure');
  const weak = endings.filter(({ isStrong }) => !isStrong);
  const forecasts = endings.flatMap(({ pStrong, isStrong }) =>
    pStrong === null ? [] : [{ forecast: pStrong, happened: isStrong }],
  );
  return {
    name,
    n,
    error: share(endings, (one) => chosen(one) !== one.isStrong) ?? 0,
    undecided: 1 - decided.length / n,
    wrongAmongDecided: share(decided, ({ outcome, isStrong }) => (outcome === 'strong') !== isStrong),
    meanLength: endings.reduce((sum, { length }) => sum + length, 0) / n,
    ece: forecasts.length > 0 ? expectedCalibrationError(forecasts, 10) : null,
    falseStrong: share(weak, chosen),
  };
}

function share<T>(values: readonly T[], holds: (value: T) => boolean): number | null {
  return values.length > 0 ? values.filter(holds).length / values.length : null;
}
