import type { Level } from '#lib/item/registry.ts';
import type { Figure } from '#lib/statistics/item-figures.ts';

/** What the answers suggest to change in an item. `value`, `low`, `high` and `n`: the figure behind it with its 95 % interval. */
export type Suggestion = { readonly itemId: string; readonly figure: Figure } & SuggestedEdit;

export type SuggestedEdit =
  /** Hardly anybody chooses the option: replace it by a wrong idea that learners have, or remove it. */
  | { readonly kind: 'dead-distractor'; readonly option: string }
  /** Those who do well elsewhere choose another option. `figure` is of that option, `key` of the present key. */
  | { readonly kind: 'suspected-key'; readonly option: string; readonly key: Figure | null }
  /** The level that the share of those who know it has, guessing aside. */
  | { readonly kind: 'wrong-level'; readonly from: Level; readonly to: Level }
  /** Milliseconds. */
  | { readonly kind: 'short-clock'; readonly fromMs: number; readonly toMs: number }
  /** The share of right answers that guessing would give after the wrong answer. */
  | { readonly kind: 'hint-without-help'; readonly guessed: number };

export const suggestionKinds = [
  'suspected-key',
  'wrong-level',
  'short-clock',
  'hint-without-help',
  'dead-distractor',
] as const satisfies readonly SuggestedEdit['kind'][];

/** A suggestion with the probability of such answers if nothing were wrong. */
export interface TestedSuggestion {
  readonly suggestion: Suggestion;
  readonly p: number;
}
