import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { SliderBody } from './slider.ts';

/** The made-up kind as pages show it. */
export const slider: KindView<SliderBody> = {
  label: 'Slider',
  Fields: lazyPart(() => import('./slider-fields.tsx').then((file) => file.SliderFields)),
  ask: ({ from, to }) => `Choose a number from ${from} to ${to}.`,
  check: () => 'Check',
  model: 'The number',
  shortcuts: [{ keys: '← →', does: 'move the slider', on: 'input[type=range]' }],
};
