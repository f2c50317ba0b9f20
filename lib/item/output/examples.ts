import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  output: `<Output id="shown" objective="aim">

What is printed?

\`\`\`python
print(1 + 1)
\`\`\`

- [x] \`2\` <Id is="two" />
  > canaryRight
- [ ] \`11\` <Id is="eleven" />

</Output>
`,
  typed: `<Output id="typed" objective="aim">

What is printed?

\`\`\`python
print("a b")
print("c")
\`\`\`

\`\`\`output
a b
canary
\`\`\`

</Output>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  output: { right: 1 / 2, mean: 1 / 2, why: 'one of two' },
  typed: { right: 0, mean: 0, why: 'typed' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
