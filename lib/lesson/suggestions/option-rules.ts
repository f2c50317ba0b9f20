import { keyRivals, type OptionStatistics } from '#lib/statistics/distractors.ts';
import type { Interval } from '#lib/statistics/intervals.ts';
import { proportionInterval } from '#lib/statistics/intervals.ts';
import type { Figure } from '#lib/statistics/item-figures.ts';
import { chanceOfAtMost } from '#lib/statistics/tails.ts';
import { type AnsweredItem, type AnsweredLesson, chosenOption } from './answered-lesson.ts';
import { suggestionLimits as limits } from './limits.ts';
import type { TestedSuggestion } from './suggestion.ts';

/**
 * Options that fewer than one in twenty choose. Nothing is said of a question that so many know that its distractors could
 * not all reach that share: then the question is easy, and no distractor is dead.
 */
export function deadDistractors(item: AnsweredItem): TestedSuggestion[] {
  const { options, firstAnswers, itemId } = item;
  const n = firstAnswers.length;
  if (!options || n < limits.leastForDistractor) return [];
  const wrong = firstAnswers.filter(({ verdict }) => verdict !== 'right').length;
  const distractors = options.ids.filter((id) => id !== options.right);
  if (wrong / n / distractors.length <= limits.distractorShare) return [];
  return distractors.map((option) => {
    const times = firstAnswers.filter((answer) => chosenOption(answer, item) === option).length;
    return {
      suggestion: { kind: 'dead-distractor', itemId, option, figure: share(times, n) },
      p: chanceOfAtMost(times, n, limits.distractorShare),
    };
  });
}

/** Options that stronger learners choose than the key. */
export function suspectedOptions({ items, choices }: AnsweredLesson): TestedSuggestion[] {
  return keyRivals(choices).flatMap((rival, at) => {
    const item = items[at];
    if (!item?.options || !rival || rival.n < limits.leastForKey) return [];
    const { n, option, key, p } = rival;
    const figure = correlationFigure(option, n);
    if (!figure) return [];
    const suggestion = {
      kind: 'suspected-key' as const,
      itemId: item.itemId,
      option: option.option,
      figure,
      key: correlationFigure(key, n),
    };
    return [{ suggestion, p }];
  });
}

/** A share with its interval. */
export function share(times: number, n: number): Figure {
  return { value: times / n, n, ...(proportionInterval(times, n) ?? { low: 0, high: 1 }) };
}

function correlationFigure(
  { restCorrelation, restCorrelationInterval }: OptionStatistics,
  n: number,
): Figure | null {
  const interval: Interval | null = restCorrelationInterval;
  return restCorrelation === null || interval === null ? null : { value: restCorrelation, n, ...interval };
}
