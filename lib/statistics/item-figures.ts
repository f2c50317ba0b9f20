import { type OptionStatistics, optionTables, suspectedKeys } from './distractors.ts';
import type { Interval } from './intervals.ts';
import { itemStatistics, type MarkTable } from './item-statistics.ts';
import { minAnswers } from './min-answers.ts';
import { type Spread, spreadOf } from './quantiles.ts';
import { type ExtraData, intervalsOf } from './test-report.ts';

/** A figure with its 95 % interval and the number of answers it is computed from. */
export interface Figure extends Interval {
  readonly value: number;
  readonly n: number;
}

/** What the answers say of one item. Null: not enough answers, or none that differ; see `fewest`. */
export interface ItemFigures {
  readonly item: string;
  readonly n: number;
  /** Mean share of the marks, 0..1. */
  readonly facility: Figure | null;
  /** Correlation with the other items that the same people answered, -1..1: the discrimination index. */
  readonly restCorrelation: Figure | null;
  /** The same as a share of the most that these marks allow. */
  readonly discriminativeEfficiency: Figure | null;
  readonly options: readonly OptionStatistics[] | null;
  /** Another option that looks like the key; null also when none does. */
  readonly suspectedKey: string | null;
  /** Seconds. */
  readonly time: Spread | null;
}

/**
 * Figures for pages; null until there are enough answers. The table holds first answers with people in rows and the items
 * of a lesson in columns, null where a person was not served an item. Later answers are left out, since they follow the
 * solution. Definitions as in `itemStatistics`; intervals by Wilson, and by Fisher's z.
 */
export function itemFigures(table: MarkTable, { choices, seconds }: ExtraData = {}): ItemFigures[] {
  const suspected = choices && suspectedKeys(choices);
  const options = choices && optionTables(choices);
  return itemStatistics(table).map((item, at) => {
    const { n } = item;
    const intervals = intervalsOf(table, item, at);
    return {
      item: item.item,
      n,
      facility: figure(item.facility, intervals.facilityInterval, n, minAnswers.facility),
      restCorrelation: figure(
        item.restCorrelation,
        intervals.restCorrelationInterval,
        n,
        minAnswers.discrimination,
      ),
      discriminativeEfficiency: figure(
        item.discriminativeEfficiency,
        intervals.discriminativeEfficiencyInterval,
        n,
        minAnswers.discrimination,
      ),
      options: n >= minAnswers.options ? (options?.[at] ?? null) : null,
      suspectedKey: suspected?.[at] ?? null,
      time: seconds ? spreadOf(seconds.flatMap((row) => row[at] ?? [])) : null,
    };
  });
}

function figure(value: number | null, interval: Interval | null, n: number, least: number): Figure | null {
  return value === null || interval === null || n < least ? null : { value, ...interval, n };
}
