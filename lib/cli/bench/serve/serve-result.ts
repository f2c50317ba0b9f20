import type { Engine } from '#db/columns.ts';
import type { Bar } from './bars.ts';
import type { ScenarioResult } from './measure.ts';
import type { PageWeight } from './page-weight.ts';
import type { Failure } from './steps.ts';

/** The report of `bench -- serve`. Megabytes are 10^6 bytes, and null if they could not be measured. */
export interface ServeResult {
  readonly engines: readonly Engine[];
  readonly rounds: number;
  readonly seconds: number;
  readonly scenarios: readonly ScenarioResult[];
  /** How many requests for pages of all kinds came before the memory was read. */
  readonly mixed: number;
  readonly rssMb: number | null;
  readonly baselineRssMb: number | null;
  readonly pageWeight: readonly PageWeight[];
  readonly bars: readonly Bar[];
  /** What could not be measured. */
  readonly failures: readonly Failure[];
}
