import { discoveries } from '#lib/statistics/tails.ts';
import type { AnsweredLesson } from './answered-lesson.ts';
import { hintWithoutHelp, shortClock, wrongLevel } from './item-rules.ts';
import { suggestionLimits } from './limits.ts';
import { deadDistractors, suspectedOptions } from './option-rules.ts';
import { type Suggestion, suggestionKinds } from './suggestion.ts';

/**
 * What the answers to a lesson suggest to change, item by item. All rules of all items are tested together, so that a lesson
 * in order gets no suggestion at least 19 times in 20, however many items it has.
 */
export function suggestions(lesson: AnsweredLesson): Suggestion[] {
  const tested = [
    ...suspectedOptions(lesson),
    ...lesson.items.flatMap((item) => [
      ...wrongLevel(item),
      ...shortClock(item),
      ...hintWithoutHelp(item),
      ...deadDistractors(item),
    ]),
  ];
  const found = discoveries(
    tested.map(({ p }) => p),
    suggestionLimits.falseRate,
  );
  const supported = tested.flatMap(({ suggestion }, at) => (found[at] ? [suggestion] : []));
  return lesson.items.flatMap(({ itemId }) => {
    const own = supported.filter((one) => one.itemId === itemId);
    // Where the key is in doubt, who is right is in doubt, and every other figure with it.
    const doubts = own.filter(({ kind }) => kind === 'suspected-key');
    const kept = doubts.length > 0 ? doubts : own;
    return kept.toSorted((a, b) => suggestionKinds.indexOf(a.kind) - suggestionKinds.indexOf(b.kind));
  });
}
