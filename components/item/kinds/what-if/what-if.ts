import { noted } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';

export const whatIf: KindView<Record<string, never>> = {
  label: 'What if',
  Fields: lazyPart(() => import('./what-if-fields.tsx').then((file) => file.WhatIfFields)),
  check: () => 'Show the model answer',
  noted: () => noted('Written down', 'Compare it with the model answer.'),
  ownSolution: true,
};
