import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  number: `<Number id="size" objective="aim" tolerance="5%" unit="GB|gigabytes">

How large?

- [x] 0.734 GB
  > canaryRight
- [ ] 734
  > canaryWrong

<Hint>canaryHint</Hint>

</Number>
`,
  withUnit: `<Number id="speed" objective="aim" tolerance="0.2" unit="canary/s|canary per second" with-unit>

How fast?

- [x] -73.4
- [x] 73.4

</Number>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  number: { right: 0, mean: 0, why: 'typed' },
  withUnit: { right: 0, mean: 0, why: 'typed' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
