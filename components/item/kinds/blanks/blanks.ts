import { rightOf } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { BlanksView } from '#lib/item/blanks/blanks.ts';

export const blanks: KindView<BlanksView> = {
  label: 'Fill in',
  Fields: lazyPart(() => import('./blanks-fields.tsx').then((file) => file.BlanksFields)),
  ask: ({ blanks: ids }) => (ids.length === 1 ? 'Fill the blank.' : `Fill the ${ids.length} blanks.`),
  check: () => 'Check',
  partly: (outcome) => rightOf(outcome, 'blank', 'right'),
  model: 'What belongs in the blanks',
  shortcuts: [{ keys: '1 to 9', does: 'put a word into the blank', on: 'button[data-shortcut]:not([name])' }],
};
