import { rightOf } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { OrderView } from '#lib/item/order/order.ts';

export const order: KindView<OrderView> = {
  label: 'Order',
  Fields: lazyPart(() => import('./order-fields.tsx').then((file) => file.OrderFields)),
  ask: ({ several }) =>
    several ? 'Put the steps in order. More than one order is right.' : 'Put the steps in order.',
  check: () => 'Check',
  partly: (outcome) =>
    Object.values(outcome.parts).filter((state) => state === 'right').length > 1
      ? rightOf(outcome, 'step', 'in order with each other')
      : '',
  model: 'A right order',
};
