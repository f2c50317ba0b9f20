/** Time added because the server was down from `awayFrom` to `awayTo`, in milliseconds since 1970. */
export interface Credit {
  readonly awayFrom: number;
  readonly awayTo: number;
  readonly addedMs: number;
}

/** A running clock as the server reports it. */
export interface ClockFacts {
  /** On the server's clock, in milliseconds since 1970; null without a clock. */
  readonly deadline: number | null;
  /** The server's clock when it sent this. */
  readonly now: number;
  readonly credits: readonly Credit[];
}

/** The same, with the browser's monotonic clock: it showed `steadyNow` when the server's clock showed `now`. */
export interface ClockReading extends ClockFacts {
  readonly steadyNow: number;
}

/** Milliseconds left when the steady clock shows `steady`, never below 0; null without a clock. */
export function leftMs({ deadline, now, steadyNow }: ClockReading, steady: number): number | null {
  return deadline === null ? null : Math.max(0, deadline - now - (steady - steadyNow));
}

/** After a round trip longer than this, half of it is a poor estimate of the reply’s age. */
const longTripMs = 1_000;

/**
 * The reading after a reply. A reply is taken to be half a round trip old. After a long round trip the earlier reading
 * stays, limited to the range that the reply allows, so that a slow connection does not make the clock jump.
 */
export function afterReply(
  before: ClockReading,
  reply: ClockFacts,
  trip: { readonly sentAt: number; readonly arrivedAt: number },
): ClockReading {
  const { sentAt, arrivedAt } = trip;
  const tripMs = arrivedAt - sentAt;
  const believed = before.now + (arrivedAt - before.steadyNow);
  const estimate =
    tripMs <= longTripMs
      ? reply.now + tripMs / 2
      : Math.min(Math.max(believed, reply.now), reply.now + tripMs);
  return { ...reply, now: estimate, steadyNow: arrivedAt };
}

export type ClockAnnouncement = 'half' | 'minute' | 'seconds';

/** The announcement due since `begun` milliseconds were left; null when there is none or it was made before. */
export function announcementDue(
  { begun, left, full }: { begun: number; left: number; full: number },
  said: ReadonlySet<ClockAnnouncement>,
): ClockAnnouncement | null {
  const moments: { name: ClockAnnouncement; at: number }[] = [
    { name: 'half', at: full / 2 },
    { name: 'minute', at: 60_000 },
    { name: 'seconds', at: 10_000 },
  ];
  const come = moments.filter(({ at }) => left <= at && begun > at);
  const last = come.toSorted((a, b) => b.at - a.at).at(-1);
  return last && left > 0 && !said.has(last.name) ? last.name : null;
}
