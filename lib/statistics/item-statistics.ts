import { alphaInterval, type Interval } from './intervals.ts';
import { correlation, covariance, kurtosis, mean, skewness, sum, variance } from './moments.ts';

/**
 * Marks of a test: one row for each student, one column for each item. Null: the student was not asked, so it counts
 * nowhere; an answer that was not given to a question that was asked is a 0.
 */
export interface MarkTable {
  readonly items: readonly string[];
  /** Greatest mark of each item; 0 for one that gives no marks. */
  readonly max: readonly number[];
  readonly marks: readonly (readonly (number | null)[])[];
}

/** A test as a whole. Mean, sd and se are in marks; null where a figure is not defined. */
export interface TestStatistics {
  /** Students who were asked everything; the figures are about these. */
  readonly n: number;
  readonly items: number;
  readonly max: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Cronbach's alpha, Moodle's coefficient of internal consistency over 100; it may be negative. */
  readonly alpha: number | null;
  /** 95 %. */
  readonly alphaInterval: Interval | null;
  /** sqrt(1 - alpha): how much of the standard deviation is chance. */
  readonly errorRatio: number | null;
  /** Standard error of a student's total. */
  readonly se: number | null;
}

/** One item. Proportions, not per cent; sd is in marks. */
export interface ItemStatistics {
  readonly item: string;
  /** Students who were asked it. */
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
  const whole = marks.flatMap((row) => {
    const given = row.flatMap((mark) => (mark === null ? [] : [mark]));
    return given.length === items.length ? [given] : [];
  });
  const totals = whole.map(sum);
  const spread = variance(totals);
  const within = items.map((_, at) => variance(whole.map((row) => row[at] ?? 0)) ?? 0);
  const k = items.length;
  const alpha = spread && k > 1 ? (k / (k - 1)) * (1 - sum(within) / spread) : null;
  const errorRatio = alpha === null ? null : Math.sqrt(1 - alpha);
  return {
    n: whole.length,
    items: k,
    max: sum(max),
    mean: mean(totals),
    sd: spread === null ? null : Math.sqrt(spread),
    skewness: skewness(totals),
    kurtosis: kurtosis(totals),
    alpha,
    alphaInterval: alphaInterval(alpha, whole.length, k),
    errorRatio,
    se: errorRatio === null || spread === null ? null : errorRatio * Math.sqrt(spread),
  };
}

export function itemStatistics(table: MarkTable): ItemStatistics[] {
  const { items, max } = table;
  const pairs = itemsAndRest(table);
  const weights = pairs.map(({ own, rest }) => {
    const totals = rest.map((other, row) => other + (own[row] ?? 0));
    return Math.sqrt(Math.abs(covariance(own, totals) ?? 0));
  });
  const allWeight = sum(weights);
  return items.map((item, at) => {
    const { own, rest } = pairs[at] ?? { own: [], rest: [] };
    const asked = table.marks.flatMap((row) => row[at] ?? []);
    const spread = variance(asked);
    const average = mean(asked);
    const greatest = max[at] ?? 0;
    const discrimination = correlation(own, rest);
    return {
      item,
      n: asked.length,
      max: greatest,
      facility: average === null || greatest <= 0 ? null : average / greatest,
      sd: spread === null ? null : Math.sqrt(spread),
      discriminationIndex: discrimination,
      discriminativeEfficiency: efficiency(own, rest),
      effectiveWeight: spread && allWeight > 0 ? (weights[at] ?? 0) / allWeight : null,
      restCorrelation: discrimination,
    };
  });
}

/** Marks of one item, and of the same students those of all others; `row` says whose they are. */
export interface ItemAndRest {
  readonly own: readonly number[];
  readonly rest: readonly number[];
  readonly row: readonly number[];
}

/**
 * For each item: its students and what they earned elsewhere. The rest of a student who was not asked everything is the
 * share of the marks that were to be had; who was asked nothing else is left out. `counts` leaves items out of the rest.
 */
export function itemsAndRest(
  { items, max, marks }: MarkTable,
  counts: (item: number) => boolean = () => true,
): ItemAndRest[] {
  const used = items.map((_, item) => counts(item));
  const totals = marks.map((row) => {
    const asked = row.flatMap((mark, item) => (mark === null || !used[item] ? [] : [item]));
    return {
      got: sum(asked.map((item) => row[item] ?? 0)),
      could: sum(asked.map((item) => max[item] ?? 0)),
      asked: asked.length,
    };
  });
  const most = sum(max.filter((_, item) => used[item]));
  const all = used.filter(Boolean).length;
  return items.map((_, at) => {
    const mine = used[at] ? 1 : 0;
    const found = { own: [] as number[], rest: [] as number[], row: [] as number[] };
    for (const [student, total] of totals.entries()) {
      const mark = marks[student]?.[at];
      if (mark === null || mark === undefined || (total.asked === mine && items.length > 1)) continue;
      const got = total.got - mine * mark;
      const could = total.could - mine * (max[at] ?? 0);
      const isWhole = total.asked === all || could === 0;
      found.own.push(mark);
      found.rest.push(isWhole ? got : (got / could) * (most - mine * (max[at] ?? 0)));
      found.row.push(student);
    }
    return found;
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
