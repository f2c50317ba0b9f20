/** How failed attempts are slowed: `free` of them cost nothing, then each doubles the wait, from a second up to `longestMs`. */
export interface WaitRule {
  readonly free: number;
  readonly longestMs: number;
}

/** The wait in ms before another attempt is checked, from the last failed one on; 0 while attempts are free. */
export function waitAfter(failures: number, { free, longestMs }: WaitRule): number {
  if (failures < free) return 0;
  return Math.min(longestMs, 1000 * 2 ** Math.min(failures - free, 30));
}
