import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  match: `<Match id="pairs" objective="aim">

What pins what?

| pinned | by | note |
|---|---|---|
| packages <Id is="packages" /> | a lock file <Id is="lock-file" /> | canaryPackages |
| draws <Id is="draws" /> | a seed <Id is="seed" /> | |
| the image <Id is="image" /> | a \`sha256\` digest <Id is="digest" /> | |
| the base <Id is="base" /> | a \`sha256\` digest <Id is="digest" /> | |
| | a tag <Id is="tag" /> | canaryTag |

<Solution>

canarySolution

</Solution>

</Match>
`,
  oneToOne: `<Match id="partners" objective="aim" scoring="exact">

Which ends which?

| begins | ends |
|---|---|
| ( <Id is="round" /> | ) <Id is="round-end" /> |
| [ <Id is="square" /> | ] <Id is="square-end" /> |
| \`<\` <Id is="angle" /> | \`>\` <Id is="angle-end" /> |

<Hint>canaryHint</Hint>

</Match>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  match: { right: 1 / 256, mean: 7 / 256, why: 'four of four partners: 1 in 1 case, 1/2 in 12 of 256' },
  oneToOne: { right: 1 / 6, mean: 1 / 6, why: 'six ways to pair three with three' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
