import { levelLabels, levelRule, type Mastery } from '#lib/mastery/level.ts';
import { outcomeLabels } from '#lib/mastery/verdict.ts';
import { type Progress, share } from '#lib/progress/lesson-progress.ts';

/** Where one student stands in one lesson, from nothing known (0) over needing help (1) to firm (4). */
export interface CellLevel {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly isUncertain: boolean;
  readonly label: string;
}

/** What the five tones are called: the learner's own words, and "not yet" where the newest test said so. */
export const levelNames = ['new', 'not yet', 'learning', 'fading', 'strong'] as const;

/** The one rule of the matrix: the level that the learner sees, and how the newest test put it. */
export function cellLevel(progress: Progress, { level, outcome, why }: Mastery): CellLevel {
  const done = `${percent(progress)} % done`;
  if (level === 'new') return { level: 0, isUncertain: false, label: levelLabels.new };
  if (level === 'strong') return { level: 4, isUncertain: false, label: `${levelLabels.strong}, ${done}` };
  if (level === 'fading')
    return { level: 3, isUncertain: false, label: `${levelLabels.fading}, ${done}. ${why}` };
  if (outcome === 'not-yet')
    return { level: 1, isUncertain: false, label: `${outcomeLabels['not-yet']}, ${done}` };
  if (outcome === 'unsure') return { level: 2, isUncertain: true, label: `${outcomeLabels.unsure}, ${done}` };
  if (progress.done < progress.total)
    return { level: 2, isUncertain: false, label: `${levelLabels.learning}, ${done}` };
  return { level: 2, isUncertain: true, label: 'All done, not tested' };
}

export const percent = (progress: Progress): number => Math.floor(share(progress) * 100);

/** The rule as the page prints it. */
export const cellRule = `The figure is the share of the lesson that is done, in per cent; the tone is the level that the learner sees. ${levelRule} A dashed edge means that nobody can tell yet.`;
