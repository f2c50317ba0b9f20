import { rightOf } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { MatchView } from '#lib/item/match/match.ts';
import type { Scoring } from '#lib/item/options.ts';

/** How partly right answers are scored, shown before answering. */
const scoringWords = {
  cancel: 'A wrong pair cancels a right one.',
  exact: 'Only the complete set of pairs counts.',
} as const satisfies Record<Scoring, string>;

export const match: KindView<MatchView> = {
  label: 'Match',
  Fields: lazyPart(() => import('./match-fields.tsx').then((file) => file.MatchFields)),
  ask: ({ scoring }) =>
    `Choose a match for each. A match may be used several times or not at all. ${scoringWords[scoring]}`,
  check: () => 'Check',
  partly: (outcome) => rightOf(outcome, 'pair', 'right'),
  model: 'The pairs',
};
