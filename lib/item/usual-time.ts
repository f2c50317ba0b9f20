import { type Item, itemType, type Level } from './registry.ts';

const second = 1_000;
const byLevel: Record<Level, number> = { easy: 45 * second, medium: 60 * second, hard: 90 * second };

/**
 * The usual time for an item, in milliseconds: the author's time, or else that of its kind, or else 45, 60 or 90 seconds
 * by level. It does not depend on how long learners took, so that the same ledger always gives the same schedule.
 */
export function usualTimeMs({ type, level, timeMs }: Pick<Item, 'type' | 'level' | 'timeMs'>): number {
  return timeMs ?? itemType(type).usualMs ?? byLevel[level];
}
