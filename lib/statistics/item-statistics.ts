import { correlation, covariance, kurtosis, mean, skewness, sum, variance } from './moments.ts';

/** Marks of a test: one row for each student, one column for each item, everything answered or marked 0. */
export interface MarkTable {
  readonly items: readonly string[];
  /** Greatest mark of each item; 0 for one that gives no marks. */
  readonly max: readonly number[];
  readonly marks: readonly (readonly number[])[];
}

/** A test as a whole. Mean, sd and se are in marks; null where a figure is not defined. */
export interface TestStatistics {
  readonly n: number;
  readonly items: number;
  readonly max: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Cronbach's alpha, Moodle's coefficient of internal consistency over 100; it may be negative. */
  readonly alpha: number | null;
  /** sqrt(1 - alpha): how much of the standard deviation is chance. */
  readonly errorRatio: number | null;
  /** Standard error of a student's total. */
  readonly se: number | null;
}

/** One item. Proportions, not per cent; sd is in marks. */
export interface ItemStatistics {
  readonly item: string;
  readonly n: number;
  readonly max: number;
  /** Mean mark over greatest mark. */
  readonly facility: number | null;
  readonly sd: number | null;
  /** Correlation with the marks of all other items. */
  readonly discriminationIndex: number | null;
  /** Covariance with the other marks over the greatest that these two columns allow. */
  readonly discriminativeEfficiency: number | null;
  /** How much of the differences between students is due to this item; the weights add up to 1. */
  readonly effectiveWeight: number | null;
  /** The same as `discriminationIndex`, under its other name: the item-rest correlation. */
  readonly restCorrelation: number | null;
}

/**
 * The definitions of Moodle's quiz statistics ("Quiz statistics calculations", docs.moodle.org/dev), which are the
 * field's: variances and covariances over n - 1, the other mark is the total without the item. An item whose marks are
 * all equal has no discrimination: null, not 0.
 */
export function testStatistics({ items, max, marks }: MarkTable): TestStatistics {
  const totals = marks.map(sum);
  const spread = variance(totals);
  const within = items.map((_, at) => variance(column(marks, at)) ?? 0);
  const k = items.length;
  const alpha = spread && k > 1 ? (k / (k - 1)) * (1 - sum(within) / spread) : null;
  const errorRatio = alpha === null ? null : Math.sqrt(1 - alpha);
  return {
    n: marks.length,
    items: k,
    max: sum(max),
    mean: mean(totals),
    sd: spread === null ? null : Math.sqrt(spread),
    skewness: skewness(totals),
    kurtosis: kurtosis(totals),
    alpha,
    errorRatio,
    se: errorRatio === null || spread === null ? null : errorRatio * Math.sqrt(spread),
  };
}

export function itemStatistics({ items, max, marks }: MarkTable): ItemStatistics[] {
  const totals = marks.map(sum);
  const columns = items.map((_, at) => column(marks, at));
  const weights = columns.map((own) => Math.sqrt(Math.abs(covariance(own, totals) ?? 0)));
  const allWeight = sum(weights);
  return items.map((item, at) => {
    const own = columns[at] ?? [];
    const others = totals.map((total, row) => total - (own[row] ?? 0));
    const spread = variance(own);
    const average = mean(own);
    const greatest = max[at] ?? 0;
    const discrimination = correlation(own, others);
    return {
      item,
      n: own.length,
      max: greatest,
      facility: average === null || greatest <= 0 ? null : average / greatest,
      sd: spread === null ? null : Math.sqrt(spread),
      discriminationIndex: discrimination,
      discriminativeEfficiency: efficiency(own, others),
      effectiveWeight: spread && allWeight > 0 ? (weights[at] ?? 0) / allWeight : null,
      restCorrelation: discrimination,
    };
  });
}

/**
 * How many items like these a test needs so that a student's share of the marks has the standard error `wanted`, 0..1:
 * the error variance of a mean falls as one over the number of items. Null when the test has no standard error.
 */
export function itemsNeeded({ items, max, se }: TestStatistics, wanted: number): number | null {
  if (se === null || max === 0 || wanted <= 0) return null;
  return Math.ceil(items * (se / max / wanted) ** 2 - 1e-9);
}

function efficiency(own: readonly number[], others: readonly number[]): number | null {
  const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  if (correlation(own, others) === null) return null;
  const [found, most] = [covariance(own, others), covariance(ascending(own), ascending(others))];
  return found === null || !most ? null : found / most;
}

function column(marks: readonly (readonly number[])[], at: number): number[] {
  return marks.map((row) => row[at] ?? 0);
}
