import type { Item, Level } from './registry.ts';

const second = 1_000;
const byLevel: Record<Level, number> = { easy: 45 * second, medium: 60 * second, hard: 90 * second };
const cardMs = 15 * second;
const programMs = 5 * 60 * second;

/**
 * How long an item usually takes, in milliseconds: the time its author states, or else 15 seconds for a card, five
 * minutes for a program to write, and 45, 60 or 90 seconds by level. It never moves with what people answered, so that
 * the same ledger always gives the same schedule.
 */
export function usualTimeMs({ type, level, timeMs }: Pick<Item, 'type' | 'level' | 'timeMs'>): number {
  if (timeMs !== null) return timeMs;
  if (type === 'card') return cardMs;
  return type === 'code-step' ? programMs : byLevel[level];
}
