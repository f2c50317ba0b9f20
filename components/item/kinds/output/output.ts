import type { KindView } from '#components/item/kinds/kind-view.ts';
import { optionShortcuts } from '#components/item/kinds/option-shortcuts.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { OutputView } from '#lib/item/output/output.ts';

export const output: KindView<OutputView> = {
  label: 'Output',
  Fields: lazyPart(() => import('./output-fields.tsx').then((file) => file.OutputFields)),
  ask: ({ options }) => (options ? 'Choose one.' : ''),
  check: () => 'Check',
  model: 'It prints',
  shortcuts: optionShortcuts,
};
