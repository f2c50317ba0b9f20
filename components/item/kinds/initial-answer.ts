import type { Answer } from '#lib/item/registry.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** The initial values of the inputs: the draft, or else the last answer. */
export function initialAnswer({ state }: ServedItem): Answer | null {
  return state.draft ?? state.answer;
}
