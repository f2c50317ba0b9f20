import { levelLabels, levelRule, type Mastery } from '#lib/mastery/level.ts';
import { outcomeLabels } from '#lib/mastery/verdict.ts';
import { type Progress, share } from '#lib/progress/lesson-progress.ts';

/** The level of one student in one lesson: 0 nothing known, 1 needs help, up to 4 strong. */
export interface CellLevel {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly isUncertain: boolean;
  readonly label: string;
}

/** The names of the five tones: the levels that learners see, and "not yet" for that outcome of the newest test. */
export const levelNames = ['new', 'not yet', 'learning', 'fading', 'strong'] as const;

/** A cell of the class matrix, by the level that the learner sees and the outcome of the newest test. */
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

/** Whole per cent, rounded down, so that 100 means complete. */
export const percent = (progress: Progress): number => Math.floor(share(progress) * 100);

/** The rule as the page shows it. */
export const cellRule = `The figure is the share of the lesson that is done, in per cent; the tone is the level that the learner sees. ${levelRule} A dashed edge means: can’t tell yet.`;
