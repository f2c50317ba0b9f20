import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { ignoredNotice } from '#lib/item/normalise.ts';
import type { TextBody } from '#lib/item/text/text.ts';
import { formInstruction } from '#lib/item/text/text-form.ts';

export const text: KindView<TextBody> = {
  label: 'Short answer',
  Fields: lazyPart(() => import('./text-fields.tsx').then((file) => file.TextFields)),
  ask: ({ form, length, ignore }) =>
    [formInstruction(form, length), ignoredNotice(ignore)].filter(Boolean).join(' '),
  check: () => 'Check',
  model: 'The answer',
};
