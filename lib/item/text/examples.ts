import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  text: `<Text id="word" objective="aim" ignore="case spaces punctuation accents">

What is written?

- [x] canary café
  > canaryRight
- [ ] canary tea
  > canaryWrong

</Text>
`,
  formed: `<Text id="identifier" objective="aim" form="identifier" length="4-12">

What is it called?

- [x] \`canary_1\`

</Text>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  text: { right: 0, mean: 0, why: 'typed' },
  formed: { right: 0, mean: 0, why: 'typed' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
