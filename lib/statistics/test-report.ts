import { answerList } from './answer-list.ts';
import { type OptionStatistics, optionStatistics, suspectedKeys } from './distractors.ts';
import { correlationInterval, type Interval, proportionInterval } from './intervals.ts';
import { type FittedItem, fitIrt } from './irt.ts';
import {
  type ItemStatistics,
  itemStatistics,
  itemsNeeded,
  type MarkTable,
  type TestStatistics,
  testStatistics,
} from './item-statistics.ts';
import { sum } from './moments.ts';

/** What students chose, where options are known: one row for each, '' for no answer, and the key of each item. */
export interface Choices {
  readonly chosen: readonly (readonly string[])[];
  readonly key: readonly string[];
}

export interface TestReport {
  /** `itemsForSe05`: items like these for a standard error of 5 % of the marks. */
  readonly test: TestStatistics & { readonly itemsForSe05: number | null };
  readonly items: readonly ItemReport[];
}

export interface ItemReport extends ItemStatistics {
  /** 95 %; Wilson's, for an item that is right or wrong. */
  readonly facilityInterval: Interval | null;
  /** 95 %, by Fisher's z. */
  readonly restCorrelationInterval: Interval | null;
  readonly rasch: FittedItem | null;
  readonly twoParameter: FittedItem | null;
  /** The option that looks like the key; null when none does. Only where options are known. */
  readonly suspectedKey?: string | null;
  readonly options?: readonly OptionStatistics[];
}

/** Fewest students for a fit of the Rasch model, and of one with slopes. */
const fewestForRasch = 50;
const fewestForSlopes = 200;
/** Answers above which a fit would take minutes. */
const mostForFit = 3_000_000;

/** Every figure that one table of marks supports. Item models are fitted to items that are right or wrong and vary. */
export function testReport(table: MarkTable, choices?: Choices): TestReport {
  const test = testStatistics(table);
  const totals = table.marks.map(sum);
  const fits = fitsOf(table);
  const suspected = choices ? suspectedKeys(choices.chosen, choices.key) : [];
  return {
    test: { ...test, itemsForSe05: itemsNeeded(test, 0.05) },
    items: itemStatistics(table).map((item, at) => {
      const own = table.marks.map((row) => row[at] ?? 0);
      const isBinary = own.every((mark) => mark === 0 || mark === item.max);
      const rest = totals.map((total, row) => total - (own[row] ?? 0));
      const right = own.filter((mark) => mark === item.max).length;
      return {
        ...item,
        facilityInterval: isBinary && item.max > 0 ? proportionInterval(right, item.n) : null,
        restCorrelationInterval: correlationInterval(item.restCorrelation, item.n),
        rasch: fits.rasch.get(at) ?? null,
        twoParameter: fits.twoParameter.get(at) ?? null,
        ...(choices ? optionsOf(choices, suspected, at, rest) : {}),
      };
    }),
  };
}

function optionsOf(
  { chosen, key }: Choices,
  suspected: readonly (string | null)[],
  at: number,
  rest: readonly number[],
) {
  const picked = chosen.map((row) => row[at] ?? '');
  return { suspectedKey: suspected[at] ?? null, options: optionStatistics(picked, key[at] ?? '', rest) };
}

function fitsOf({ items, max, marks }: MarkTable): Record<'rasch' | 'twoParameter', Map<number, FittedItem>> {
  const isFit = (at: number) => {
    const seen = new Set(marks.map((row) => row[at] ?? 0));
    return seen.size === 2 && seen.has(0) && seen.has(max[at] ?? 0);
  };
  const places = items.map((_, at) => at).filter(isFit);
  const matrix = marks.map((row) => places.map((at) => (row[at] === 0 ? 0 : 1)));
  const fitted = (model: 'rasch' | '2pl', fewest: number) => {
    const answers = marks.length * places.length;
    if (marks.length < fewest || places.length < 3 || answers > mostForFit) return new Map();
    const { items: found } = fitIrt(answerList(matrix), { model });
    return new Map(found.map((one, at) => [places[at] ?? -1, one]));
  };
  return { rasch: fitted('rasch', fewestForRasch), twoParameter: fitted('2pl', fewestForSlopes) };
}
