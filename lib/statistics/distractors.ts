import { correlationInterval, type Interval, proportionInterval } from './intervals.ts';
import { type ItemAndRest, itemsAndRest, type MarkTable } from './item-statistics.ts';
import { minAnswers } from './min-answers.ts';
import { correlation } from './moments.ts';
import { chanceOfTAbove } from './tails.ts';

/**
 * What students chose: one row for each student, and the key of each item. '' means that the student was asked and did not
 * answer, null that they were not asked.
 */
export interface Choices {
  readonly items: readonly string[];
  readonly chosen: readonly (readonly (string | null)[])[];
  readonly key: readonly string[];
}

/** How often one option of an item was chosen, and by whom. */
export interface OptionStatistics {
  readonly option: string;
  readonly isKey: boolean;
  readonly n: number;
  readonly share: number;
  /** 95 %, Wilson's. */
  readonly shareInterval: Interval | null;
  /** Correlation of having chosen it with the marks of the other items. */
  readonly restCorrelation: number | null;
  /** 95 %, by Fisher's z. */
  readonly restCorrelationInterval: Interval | null;
}

const leastShare = 0.05;
/**
 * Standard errors that another option has to be above the key. In simulations with 100 students and 20 items .3 finds 9
 * of 10 wrong keys and suspects 2 of 100 right ones; with fewer students so little would suspect 6 of 100 at 50.
 */
const suspicionLimit = (n: number) => 0.3 + 0.01 * Math.max(0, 100 - n);

/** One mark for the key, none for another option or no answer. */
export function marksByKey({ items, chosen, key }: Choices): MarkTable {
  const marks = chosen.map((row) =>
    row.map((option, at) => (option === null ? null : option !== '' && option === key[at] ? 1 : 0)),
  );
  return { items, max: items.map(() => 1), marks };
}

/** `chosen`: an option for each student, empty when none was; `rest`: their marks of the other items. */
export function optionStatistics(
  chosen: readonly string[],
  key: string,
  rest: readonly number[],
): OptionStatistics[] {
  const options = [...new Set([key, ...chosen])].filter((option) => option !== '');
  return options.toSorted().map((option) => {
    const picked = chosen.map((one) => (one === option ? 1 : 0));
    const n = picked.filter(Boolean).length;
    const restCorrelation = correlation(picked, rest);
    return {
      option,
      isKey: option === key,
      n,
      share: chosen.length > 0 ? n / chosen.length : 0,
      shareInterval: proportionInterval(n, chosen.length),
      restCorrelation,
      restCorrelationInterval: correlationInterval(restCorrelation, chosen.length),
    };
  });
}

/** The table of options of each item. */
export function optionTables(choices: Choices): OptionStatistics[][] {
  return tablesAgainst(choices, itemsAndRest(marksByKey(choices)));
}

/**
 * The option that may be the right one in the key's place: chosen by at least 5 %, by students who do well elsewhere
 * (correlation above 0), and clearly more so than the key: by three tenths of a standard error of Williams' test of two
 * correlations that share a variable (Steiger, Psychological Bulletin 87, 1980). It is a reason to check the key, not a
 * proof. Null when there is none, or fewer than 50 answers.
 */
export function suspectedKey(options: readonly OptionStatistics[], n: number): string | null {
  const key = options.find(({ isKey }) => isKey);
  if (n < minAnswers.key || !key) return null;
  const suspects = options.filter(
    (one) =>
      !one.isKey && one.share >= leastShare && (one.restCorrelation ?? 0) > 0 && isClearlyAbove(one, key, n),
  );
  const best = (one: OptionStatistics) => one.restCorrelation ?? 0;
  return suspects.toSorted((a, b) => best(b) - best(a))[0]?.option ?? null;
}

/**
 * The suspicion for each item of a test. Wrong keys spoil the marks that other items are compared with, so items under
 * suspicion are left out of these and all are looked at once more.
 */
export function suspectedKeys(choices: Choices): (string | null)[] {
  const table = marksByKey(choices);
  const look = (isTrusted: (item: number) => boolean) => {
    const beside = itemsAndRest(table, isTrusted);
    return tablesAgainst(choices, beside).map((options, at) =>
      suspectedKey(options, beside[at]?.row.length ?? 0),
    );
  };
  const first = look(() => true);
  return look((item) => first[item] === null);
}

/** The wrong option of an item that those who do well elsewhere choose most, beside the key. */
export interface Rival {
  readonly n: number;
  readonly option: OptionStatistics;
  readonly key: OptionStatistics;
  /**
   * The probability of so great a difference, were the option chosen by no better students than the key: Williams' test,
   * times the number of options among which this one stands out.
   */
  readonly p: number;
}

/** The rival of each item's key, against the marks of items that are not under suspicion; null when no wrong option has one. */
export function keyRivals(choices: Choices): (Rival | null)[] {
  const suspected = suspectedKeys(choices);
  const beside = itemsAndRest(marksByKey(choices), (item) => suspected[item] === null);
  return tablesAgainst(choices, beside).map((options, at) => {
    const n = beside[at]?.row.length ?? 0;
    const key = options.find(({ isKey }) => isKey);
    const others = options.filter(({ isKey }) => !isKey);
    const [option] = others.toSorted((a, b) => (b.restCorrelation ?? 0) - (a.restCorrelation ?? 0));
    if (!key || !option || n < 4) return null;
    const p = chanceOfTAbove(williamsT(option, key, n), n - 3) * others.length;
    return { n, option, key, p: (option.restCorrelation ?? 0) > 0 ? Math.min(1, p) : 1 };
  });
}

function tablesAgainst({ chosen, key }: Choices, beside: readonly ItemAndRest[]): OptionStatistics[][] {
  return beside.map(({ row, rest }, at) =>
    optionStatistics(
      row.map((student) => chosen[student]?.[at] ?? ''),
      key[at] ?? '',
      rest,
    ),
  );
}

function isClearlyAbove(option: OptionStatistics, key: OptionStatistics, n: number): boolean {
  return williamsT(option, key, n) >= suspicionLimit(n);
}

/** Williams' statistic of two correlations that share a variable, distributed as t with n - 3 degrees of freedom. */
function williamsT(option: OptionStatistics, key: OptionStatistics, n: number): number {
  const r = option.restCorrelation ?? 0;
  const s = key.restCorrelation ?? 0;
  if (r <= s) return Number.NEGATIVE_INFINITY;
  const between = exclusive(option.share, key.share);
  const determinant = 1 - r ** 2 - s ** 2 - between ** 2 + 2 * r * s * between;
  const mean = (r + s) / 2;
  const error = (2 * determinant * (n - 1)) / (n - 3) + mean ** 2 * (1 - between) ** 3;
  if (error <= 0) return Number.POSITIVE_INFINITY;
  return (r - s) * Math.sqrt(((n - 1) * (1 + between)) / error);
}

/** The correlation of two indicators that exclude each other. */
function exclusive(p: number, q: number): number {
  return p * q === 0 ? 0 : -Math.sqrt((p * q) / ((1 - p) * (1 - q)));
}
