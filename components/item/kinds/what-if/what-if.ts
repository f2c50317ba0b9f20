import { lazy } from 'react';
import { noted } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';

export const whatIf: KindView<Record<string, never>> = {
  label: 'What if',
  Fields: lazy(() => import('./what-if-fields.tsx').then((file) => ({ default: file.WhatIfFields }))),
  check: () => 'Show the model answer',
  noted: () => noted('Written down', 'Compare it with the model answer.'),
  ownSolution: true,
};
