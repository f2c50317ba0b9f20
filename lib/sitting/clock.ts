/** An answer that reaches the server this long after the deadline still counts: the way there is not the learner's. */
export const graceMs = 10_000;

/** When an item's time is over; null without a clock. `factor` 0 is no clock, 1.5 is half as much again. */
export function deadline(openedAt: Date, timeMs: number | null, factor: number): Date | null {
  if (timeMs === null || factor === 0) return null;
  return new Date(openedAt.getTime() + timeMs * factor);
}

export const isOver = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceMs;
