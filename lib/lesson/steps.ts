/** Counts what a scan looks at, so that a test can tell whether it is linear without a clock. */
export interface Steps {
  add(count: number): void;
}
