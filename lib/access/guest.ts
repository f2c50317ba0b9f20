/** A guest and everything answered as one are removed after so many days, unless an account is made. */
export const guestDays = 30;
export const guestMs = guestDays * 24 * 60 * 60_000;

/** A guest without an answer, whose first one was interrupted, is removed after so long. */
export const emptyGuestMs = 24 * 60 * 60_000;

/** How many guests a server keeps: new ones within an hour, and at the same time. */
export const guestLimits = { perHour: 500, atOnce: 20_000 } as const;

/** Whether another guest may be added to these. */
export function mayAddGuest({ lastHour, all }: { readonly lastHour: number; readonly all: number }): boolean {
  return lastHour < guestLimits.perHour && all < guestLimits.atOnce;
}

/** Whether a guest of this age is still one. */
export function isGuestCurrent({ createdAt }: { readonly createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < guestMs;
}
