import type { BlindResult } from '#lib/item/item-type.ts';

export const examples = {
  exact: `<Slider id="dice" objective="aim" from="1" to="6" step="1" right="4">

How many sides are even or prime?

<Below>

canaryBelow

</Below>

<Above>

canaryAbove

</Above>

<Hint>canaryHint</Hint>

</Slider>
`,
  near: `<Slider id="share" objective="aim" from="0" to="100" step="5" right="40" near="5">

How many of a hundred runs end alike?

<Below>canaryBelow</Below>

<Above>canaryAbove</Above>

<Solution>

canarySolution

</Solution>

</Slider>
`,
} as const;

export const blindResults = {
  exact: { right: 1 / 6, mean: 1 / 6, why: 'one of six' },
  near: { right: 3 / 21, mean: 3 / 21, why: '35, 40 and 45 of 21 stops' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
