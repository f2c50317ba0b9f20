import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  order: `<Order id="steps" objective="aim">

Put them in order.

1. First <Id is="first" />
2. Second <Id is="second" />
3. Third <Id is="third" />
4. Fourth <Id is="fourth" />

<Solution>

canarySolution

</Solution>

</Order>
`,
  partial: `<Order id="some-steps" objective="aim">

Put them in order.

1. Seed <Id is="seed" />
2. Draw <Id is="draw" after="seed" />
3. Log <Id is="log" />
4. Print <Id is="print" after="draw" />

<Hint>canaryHint</Hint>

</Order>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  order: { right: 1 / 24, mean: 7 / 36, why: '0, 1, 2 broken pairs in 1, 3, 5 of 24 orders: 1, 2/3, 1/3' },
  partial: { right: 1 / 6, mean: 5 / 18, why: 'three steps matter: 1, then 1/3 in two of six orders' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
