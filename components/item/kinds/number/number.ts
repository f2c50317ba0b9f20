import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { NumberView } from '#lib/item/number/number.ts';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';

export const number: KindView<NumberView> = {
  label: 'Number',
  Fields: lazyPart(() => import('./number-fields.tsx').then((file) => file.NumberFields)),
  ask: ({ asksUnit }) => (asksUnit ? 'Write a number and its unit.' : 'Write a number.'),
  check: () => 'Check',
  partly: numberOrUnit,
  model: 'The answer',
};

/** Which of number and unit is right, when only one of them is. */
function numberOrUnit({ parts }: AnswerOutcome): string {
  if (parts.unit === undefined || parts.unit === parts.number) return '';
  return parts.unit === 'right'
    ? 'The unit is right, the number is not.'
    : 'The number is right, the unit is not.';
}
