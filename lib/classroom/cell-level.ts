import { type Progress, share } from '#lib/progress/lesson-progress.ts';
import { type Outcome, outcomeWords } from '#lib/progress/outcome-words.ts';

/** Where one student stands in one lesson, from nothing known (0) over needing help (1) to firm (4). */
export interface CellLevel {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly doubt: boolean;
  readonly words: string;
}

/** What the five levels are called; where a test spoke, by the words the learner was told. */
export const levelWords = ['not begun', 'not yet', 'on the way', 'can’t tell yet', 'strong'] as const;

/**
 * The one rule of the matrix: the newest test decides; without one, progress does. All solved without a test is a
 * "can't tell yet" as well: only a test tells.
 */
export function cellLevel(progress: Progress, outcome: Outcome | null): CellLevel {
  const done = `${percent(progress)} % done`;
  if (outcome === 'strong') return { level: 4, doubt: false, words: `${outcomeWords.strong}, ${done}` };
  if (outcome === 'not-yet') return { level: 1, doubt: false, words: `${outcomeWords['not-yet']}, ${done}` };
  if (outcome === 'unsure') return { level: 3, doubt: true, words: `${outcomeWords.unsure}, ${done}` };
  if (progress.done === 0) return { level: 0, doubt: false, words: 'Not begun' };
  if (progress.done < progress.of) return { level: 2, doubt: false, words: `On the way, ${done}` };
  return { level: 3, doubt: true, words: `All done, not tested` };
}

export const percent = (progress: Progress): number => Math.floor(share(progress) * 100);

/** The rule as the page prints it. */
export const cellRule =
  'The figure is the share of the lesson that is done, in per cent. The tone is what the newest test said; without a test, how far the student is. A dashed edge means that nobody can tell yet.';
