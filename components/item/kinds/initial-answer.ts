import type { Answer } from '#lib/item/registry.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** What the inputs hold at first: what was typed and not yet checked, or else the last answer. */
export function initialAnswer({ state }: ServedItem): Answer | null {
  return state.draft ?? state.answer;
}
