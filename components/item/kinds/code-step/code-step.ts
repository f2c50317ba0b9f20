import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { CodeStepBody } from '#lib/item/code-step/code-step.ts';

export const codeStep: KindView<CodeStepBody> = {
  label: 'Project step',
  Fields: lazyPart(() => import('./code-step-fields.tsx').then((file) => file.CodeStepFields)),
  check: () => 'Check',
  runsHere: 'Run works without an account. Check runs your program on the server, which needs an account.',
};
