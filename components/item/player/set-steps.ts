import { kindOf } from '#components/item/kinds/registry.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** An item of a set and its state by now. */
export type SetStep = Pick<ServedItem, 'id' | 'type' | 'state'>;

export type StepResult = 'right' | 'missed' | 'todo';

/** What became of an item: for its place in the progress line. */
export function stepResult({ state }: SetStep): StepResult {
  if (state.used === 0) return 'todo';
  return state.solved ? 'right' : 'missed';
}

/** Whether a card was rated *Again*, so that it returns in this round. */
export function returnsLater({ type, state }: Pick<SetStep, 'type' | 'state'>): boolean {
  return kindOf({ type }).turn !== undefined && !state.settled && state.used > 0;
}

/** Where a set opens: at the first item that can still be answered, or after the last when there is none. */
export function firstStep(steps: readonly SetStep[]): number {
  const open = steps.findIndex(({ state }) => !state.settled);
  return open < 0 ? steps.length : open;
}

/**
 * Where *Continue* leads: to the next item that can still be answered, then to the cards that were rated *Again*, and
 * after the last item when there are none.
 */
export function stepAfter(steps: readonly SetStep[], at: number): number {
  const open = steps.findIndex(({ state }, index) => index > at && !state.settled);
  if (open >= 0) return open;
  const returning = steps.findIndex(returnsLater);
  return returning < 0 ? steps.length : returning;
}
