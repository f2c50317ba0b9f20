import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  blanks: `<Blanks id="gaps" objective="aim">

Fill both gaps.

\`\`\`python
random.[[seed]](42)
value = random.[[randint|randrange]](1, 10)
\`\`\`

<Bank>

- \`shuffle\`
  > canaryShuffle
- \`state\`

</Bank>

<Hint>canaryHint</Hint>

</Blanks>
`,
  once: `<Blanks id="once" objective="aim">

Fill both gaps.

\`\`\`python
print([[low]], [[high]])
\`\`\`

<Bank once>

- \`mid\`
  > canaryMid

</Bank>

</Blanks>
`,
  typedBlanks: `<Blanks id="typed-gaps" objective="aim" ignore="spaces">

Type what is missing.

\`\`\`python
random.[[canarySeed( 42 )]]
\`\`\`

</Blanks>
`,
  blanksInText: `<Blanks id="gaps-in-text" objective="aim">

Complete the sentence.

The seed fixes the [[draws]] of a generator, and *not* its [[speed|pace]].

<Bank>

- \`order\`
  > canaryOrder

</Bank>

</Blanks>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  blanks: { right: 1 / 16, mean: 1 / 4, why: 'four tokens for each of two gaps' },
  once: { right: 1 / 6, mean: 1 / 3, why: 'three tokens in two gaps, none twice: six fillings' },
  typedBlanks: { right: 0, mean: 0, why: 'typed' },
  blanksInText: { right: 1 / 9, mean: 1 / 3, why: 'three tokens for each of two gaps' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
