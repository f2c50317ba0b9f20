/** An answer that reaches the server this long after the deadline still counts: the way there is not the learner's. */
export const graceMs = 10_000;

/** The server ends an item this long after its deadline: an answer received within its grace may still be waiting its turn. */
export const autoEndAfterMs = graceMs + 5_000;

/** A challenge in which nothing was opened or answered for this long is closed. */
export const abandonedAfterMs = 7 * 24 * 60 * 60_000;

/** When an item's time is over; null without a clock. `factor` 0 is no clock, 1.5 is half as much again. */
export function deadline(
  openedAt: Date,
  timeMs: number | null,
  factor: number,
  creditedMs: number = 0,
): Date | null {
  if (timeMs === null || factor === 0) return null;
  return new Date(openedAt.getTime() + Math.round(timeMs * factor) + creditedMs);
}

/** The clock stands at 0:00. An answer that is on its way may still count. */
export const hasRunOut = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime();

/** No answer counts any more. */
export const isPastGrace = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceMs;

/** The end of a running clock after its rules changed: it may come later or vanish, never sooner. */
export function extendedDeadline(running: Date | null, fair: Date | null): Date | null {
  if (running === null || fair === null) return null;
  return fair > running ? fair : running;
}

/** What an absence of the server took from an item, in milliseconds; 0 when its time was over before. */
export function creditMs(
  { openedAt, deadlineAt }: { openedAt: Date; deadlineAt: Date | null },
  away: { readonly from: Date; readonly to: Date },
): number {
  if (deadlineAt === null || deadlineAt < away.from) return 0;
  return Math.max(0, away.to.getTime() - Math.max(away.from.getTime(), openedAt.getTime()));
}
