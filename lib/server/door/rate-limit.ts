export interface Rate {
  /** The number of requests that are allowed at once after a pause. */
  readonly burst: number;
  readonly perSecond: number;
}

/** The number of callers that are remembered; the one with the oldest request is forgotten first. */
const maxCallers = 10_000;

/**
 * A token bucket for each caller: returns whether another request of the caller is allowed now. It is held in this
 * process; it limits load and protects no secret.
 */
export function rateLimit({ burst, perSecond }: Rate): (caller: string, now: Date) => boolean {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (caller, now) => {
    const atMs = now.getTime();
    const bucket = buckets.get(caller) ?? { tokens: burst, atMs };
    const tokens = Math.min(burst, bucket.tokens + (Math.max(0, atMs - bucket.atMs) / 1000) * perSecond);
    buckets.delete(caller);
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), atMs });
    const [oldest] = buckets.keys();
    if (buckets.size > maxCallers && oldest !== undefined) buckets.delete(oldest);
    return tokens >= 1;
  };
}
