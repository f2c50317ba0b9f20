import type { StoneState } from '#components/ui/stone.tsx';
import type { MasteryLevel } from '#lib/mastery/level.ts';

/** The stone of each level, wherever a lesson is drawn. */
export const levelStones: Record<MasteryLevel, StoneState> = {
  new: 'new',
  learning: 'started',
  strong: 'strong',
  fading: 'fading',
};
