import {
  type Choices,
  marksByKey,
  type OptionStatistics,
  optionTables,
  suspectedKeys,
} from './distractors.ts';
import { correlationInterval, type Interval, meanInterval, proportionInterval } from './intervals.ts';
import type { FittedItem } from './irt.ts';
import {
  type ItemStatistics,
  itemStatistics,
  itemsNeeded,
  type MarkTable,
  type TestStatistics,
  testStatistics,
} from './item-statistics.ts';
import { type ModelFit, modelFits } from './model-fits.ts';
import { type Spread, spreadOf } from './quantiles.ts';

/** What is known of a test's answers besides their marks. */
export interface ExtraData {
  readonly choices?: Choices;
  /** Seconds that each answer took, students in rows; null where it is not known. */
  readonly seconds?: readonly (readonly (number | null)[])[];
}

export interface TestReport {
  readonly test: TestStatistics & {
    /** Rows of the table; more than `n` when not all were asked everything. */
    readonly students: number;
    /** Items like these for a standard error of 5 % of the marks, and for an alpha of .8 (Spearman and Brown). */
    readonly itemsForSe05: number | null;
    readonly itemsForAlpha80: number | null;
    readonly rasch: ModelFit | null;
    readonly twoParameter: ModelFit | null;
  };
  readonly items: readonly ItemReport[];
}

export interface ItemReport extends ItemStatistics {
  /** 95 %; Wilson's, for an item that is right or wrong. */
  readonly facilityInterval: Interval | null;
  /** 95 %, by Fisher's z; the same of the discrimination index. */
  readonly restCorrelationInterval: Interval | null;
  /** 95 %: that of the correlation, on the scale of the efficiency. */
  readonly discriminativeEfficiencyInterval: Interval | null;
  readonly rasch: FittedItem | null;
  readonly twoParameter: FittedItem | null;
  /** Seconds; only where they are known. */
  readonly time?: Spread | null;
  /** The option that looks like the key; null when none does. Only where options are known. */
  readonly suspectedKey?: string | null;
  readonly options?: readonly OptionStatistics[];
}

/** Every figure that one table of marks supports. */
export function testReport(table: MarkTable, { choices, seconds }: ExtraData = {}): TestReport {
  const test = testStatistics(table);
  const fits = modelFits(table);
  const suspected = choices && suspectedKeys(choices);
  const options = choices && optionTables(choices);
  return {
    test: {
      ...test,
      students: table.marks.length,
      itemsForSe05: itemsNeeded(test, 0.05),
      itemsForAlpha80: itemsForAlpha(test, 0.8),
      rasch: fits.rasch?.fit ?? null,
      twoParameter: fits.twoParameter?.fit ?? null,
    },
    items: itemStatistics(table).map((item, at) => ({
      ...item,
      ...intervalsOf(table, item, at),
      rasch: fits.rasch?.items.get(at) ?? null,
      twoParameter: fits.twoParameter?.items.get(at) ?? null,
      ...(seconds && { time: spreadOf(seconds.flatMap((row) => row[at] ?? [])) }),
      ...(suspected && { suspectedKey: suspected[at] ?? null }),
      ...(options && { options: options[at] ?? [] }),
    })),
  };
}

/** Marks for chosen options, and the report of both. */
export function reportByKey(choices: Choices, besides: ExtraData = {}): TestReport {
  return testReport(marksByKey(choices), { ...besides, choices });
}

/** The Spearman-Brown formula: how many items like these have that alpha; null when it is not above 0. */
export function itemsForAlpha({ items, alpha }: TestStatistics, wanted: number): number | null {
  if (alpha === null || alpha <= 0 || wanted >= 1) return null;
  return Math.ceil((items * wanted * (1 - alpha)) / (alpha * (1 - wanted)) - 1e-9);
}

export function intervalsOf({ marks }: MarkTable, item: ItemStatistics, at: number) {
  const own = marks.flatMap((row) => row[at] ?? []);
  const isBinary = own.every((mark) => mark === 0 || mark === item.max);
  const ofMarks = { mean: item.facility, sd: item.sd === null ? null : item.sd / item.max, n: item.n };
  const right = own.filter((mark) => mark === item.max).length;
  // Marks below 0 put the least share there too.
  const least = own.reduce((lowest, mark) => Math.min(lowest, mark), 0) / item.max;
  const interval = isBinary ? proportionInterval(right, item.n) : meanInterval(ofMarks, [least, 1]);
  const restCorrelationInterval = correlationInterval(item.restCorrelation, item.n);
  const times = (item.discriminativeEfficiency ?? 0) / (item.restCorrelation || 1);
  return {
    facilityInterval: item.max > 0 ? interval : null,
    restCorrelationInterval,
    discriminativeEfficiencyInterval:
      item.discriminativeEfficiency === null || !item.restCorrelation
        ? null
        : scaled(restCorrelationInterval, times),
  };
}

function scaled(interval: Interval | null, times: number): Interval | null {
  return interval && { low: Math.max(-1, interval.low * times), high: Math.min(1, interval.high * times) };
}
