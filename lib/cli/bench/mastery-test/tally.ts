import { expectedCalibrationError } from '#lib/statistics/forecast-quality.ts';

/** The result of one simulated or real person's test. */
export interface TestResult {
  readonly isStrong: boolean;
  /** The outcome by the rule of the design. */
  readonly outcome: 'strong' | 'not-yet' | 'unsure';
  /** P(strong), if the design computes one. A forced choice is "strong" above one half. */
  readonly pStrong: number | null;
  readonly length: number;
}

/** One line of what the command prints; shares are 0..1. */
export interface DesignSummary {
  readonly name: string;
  readonly n: number;
  /** Share of wrong outcomes when undecided tests are forced to choose. */
  readonly error: number;
  readonly undecided: number;
  /** Null when nothing was decided. */
  readonly wrongAmongDecided: number | null;
  readonly meanLength: number;
  /** Expected calibration error of P(strong) in ten bins; null for a design without P(strong). */
  readonly ece: number | null;
  /** Share of people who are not strong but were called strong in a forced choice. */
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
