import type { Fault } from '#lib/lesson/faults.ts';

/** Lines as their author meant them, so that one mistake does not cause others, and what was wrong. */
export interface Mended {
  readonly lines: readonly string[];
  readonly faults: readonly Fault[];
}

/** Mends one kind of mistake. In `masked`, code is replaced by spaces. */
export type Mender = (lines: readonly string[], masked: readonly string[]) => Mended;
