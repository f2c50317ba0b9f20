import { lazy } from 'react';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import type { CodeStepBody } from '#lib/item/code-step/code-step.ts';

export const codeStep: KindView<CodeStepBody> = {
  label: 'Project step',
  Fields: lazy(() => import('./code-step-fields.tsx').then((file) => ({ default: file.CodeStepFields }))),
  check: () => 'Check this step',
};
