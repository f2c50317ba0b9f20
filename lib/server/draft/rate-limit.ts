export interface Pace {
  /** How many may come at once after a rest. */
  readonly most: number;
  readonly perSecond: number;
}

/** Whether one more of this key may come now. Kept in this process: it spares the server and guards no secret. */
export function paced({ most, perSecond }: Pace): (key: string, now: Date) => boolean {
  const left = new Map<string, { count: number; atMs: number }>();
  return (key, now) => {
    const atMs = now.getTime();
    const before = left.get(key) ?? { count: most, atMs };
    const count = Math.min(most, before.count + (Math.max(0, atMs - before.atMs) / 1000) * perSecond);
    left.delete(key);
    left.set(key, { count: Math.max(0, count - 1), atMs });
    const [oldest] = left.keys();
    if (left.size > 10_000 && oldest !== undefined) left.delete(oldest);
    return count >= 1;
  };
}
