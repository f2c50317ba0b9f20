export interface Rate {
  /** How many requests may come at once after a pause. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Callers whose allowance is remembered; that of the one seen longest ago is forgotten first. */
const maxCallers = 10_000;

/**
 * A token bucket for each caller: gives whether one more request of this caller may pass now. Held in this process; it
 * limits load and protects no secret.
 */
export function rateLimit({ burst, perSecond }: Rate): (caller: string, now: Date) => boolean {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (caller, now) => {
    const atMs = now.getTime();
    const before = buckets.get(caller) ?? { tokens: burst, atMs };
    const tokens = Math.min(burst, before.tokens + (Math.max(0, atMs - before.atMs) / 1000) * perSecond);
    buckets.delete(caller);
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), atMs });
    const [oldest] = buckets.keys();
    if (buckets.size > maxCallers && oldest !== undefined) buckets.delete(oldest);
    return tokens >= 1;
  };
}
