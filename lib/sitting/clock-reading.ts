/** Time that was given back for an absence of the server; instants in milliseconds since 1970. */
export interface Credit {
  readonly awayFrom: number;
  readonly awayTo: number;
  readonly addedMs: number;
}

/** What the server says of a running clock. */
export interface ClockFacts {
  /** On the server's clock, in milliseconds since 1970; null without a clock. */
  readonly deadline: number | null;
  /** The server's clock when this was said. */
  readonly now: number;
  readonly credits: readonly Credit[];
}

/** The same, tied to the browser's steady clock, which nobody can set: it showed `at` when the server's showed `now`. */
export interface ClockReading extends ClockFacts {
  readonly steadyNow: number;
}

/** Milliseconds left when the steady clock shows `steady`, never below 0; null without a clock. */
export function leftMs({ deadline, now, steadyNow }: ClockReading, steady: number): number | null {
  return deadline === null ? null : Math.max(0, deadline - now - (steady - steadyNow));
}

/** A round trip longer than this says little about when the server looked at its clock. */
const longTripMs = 1_000;

/**
 * The reading after a reply. Half of the round trip is taken off; after a long one the earlier reading is believed as
 * far as the reply allows, so that a slow line does not shake the clock.
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

/** What has come since `begun` milliseconds were left, and was not said before; null when there is nothing to say. */
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
