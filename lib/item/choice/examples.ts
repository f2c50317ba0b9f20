import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  choice: `<Choice id="one" objective="aim">

What does a seed decide?

- [x] The start <Id is="start" />
  > canaryRight
- [ ] The end <Id is="end" />
  > canaryWrong
- [ ] The speed <Id is="speed" />
- [ ] None of these <Id is="none" last />

<Hint>canaryHint</Hint>

<Solution>

canarySolution

</Solution>

</Choice>
`,
  many: `<Choice id="many" objective="aim">

Which are prime?

- [x] 2 <Id is="two" />
- [x] 3 <Id is="three" />
- [ ] 4 <Id is="four" />
  > canaryWrong
- [ ] 9 <Id is="nine" />

</Choice>
`,
  exact: `<Choice id="exact" objective="aim" scoring="exact">

Which are even?

- [x] 2 <Id is="two" />
- [x] 4 <Id is="four" />
- [ ] 9 <Id is="nine" />
  > canaryWrong

</Choice>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  choice: { right: 1 / 4, mean: 1 / 4, why: 'one of four' },
  many: { right: 1 / 15, mean: 3 / 15, why: 'of 15 sets one earns 1, and four earn a half' },
  exact: { right: 1 / 7, mean: 1 / 7, why: 'one of seven sets, nothing for parts' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
