/** Grace period: an answer that arrives this long after the deadline still counts, since network delay is not the learner's fault. */
export const graceMs = 10_000;

/** The server ends an item this long after its deadline, since an answer received within the grace period may still be in a queue. */
export const autoEndAfterMs = graceMs + 5_000;

/** The server closes a challenge in which nothing was opened or answered for this long. */
export const abandonedAfterMs = 7 * 24 * 60 * 60_000;

/** When an item's time is over; null without a clock. `factor` 0 switches the clock off, 1.5 gives 50 % more time. */
export function deadline(
  openedAt: Date,
  timeMs: number | null,
  factor: number,
  creditedMs: number = 0,
): Date | null {
  if (timeMs === null || factor === 0) return null;
  return new Date(openedAt.getTime() + Math.round(timeMs * factor) + creditedMs);
}

/** The clock shows 0:00. An answer within the grace period still counts. */
export const hasRunOut = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime();

/** The grace period is over: answers no longer count. */
export const isPastGrace = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceMs;

/** The deadline of a running clock after its allowance changed: it may move later or be removed, but never move earlier. */
export function extendedDeadline(running: Date | null, fair: Date | null): Date | null {
  if (running === null || fair === null) return null;
  return fair > running ? fair : running;
}

/** Milliseconds of an item that were lost to downtime; 0 when its deadline had passed before. */
export function creditMs(
  { openedAt, deadlineAt }: { openedAt: Date; deadlineAt: Date | null },
  away: { readonly from: Date; readonly to: Date },
): number {
  if (deadlineAt === null || deadlineAt < away.from) return 0;
  return Math.max(0, away.to.getTime() - Math.max(away.from.getTime(), openedAt.getTime()));
}
