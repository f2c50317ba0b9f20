import { createHash } from 'node:crypto';
import { lockText } from '#lib/lesson/proof-lock.ts';
import { lockedVariants } from '#lib/lesson/variants/variant-lock.ts';

/** One item of each kind that varies, and a lock file with values as if its program had printed them. */
export interface VaryingItems {
  readonly texts: readonly string[];
  readonly proofs: string;
}

const program = 'print("{}")';
const count = 4;

/** The words that only variant `at` has; what a learner sees before answering begins with `shown`, the rest is secret. */
export interface VariantWords {
  readonly shown: string;
  readonly key: string;
  readonly note: string;
  readonly hint: string;
  readonly why: string;
}

export const varyingIds = [
  'deep-vary-number',
  'deep-vary-output',
  'deep-vary-choice',
  'deep-vary-text',
  'deep-vary-order',
  'deep-vary-match',
] as const;

/** Farther apart than a wrong example answer is from a right one. */
const numbers = ['8675419', '8675429', '8675439', '8675449'];

export function varyingItems(canary: (where: string) => string): VaryingItems {
  const words = (id: string): VariantWords[] =>
    numbers.map((number, at) => ({
      shown: `shown-${id}-${at + 1}`,
      key: id === 'deep-vary-number' ? number : canary(`${id}-key-${at + 1}`),
      note: canary(`${id}-note-${at + 1}`),
      hint: canary(`${id}-hint-${at + 1}`),
      why: canary(`${id}-why-${at + 1}`),
    }));
  const values = Object.fromEntries(varyingIds.map((id) => [id, words(id)]));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const variants = Object.fromEntries(
    Object.entries(values).map(([id, all]) => [
      id,
      lockedVariants(
        { language: 'python', program, count },
        all.map((own) => ({ ...own })),
        hash,
      ),
    ]),
  );
  return {
    texts: [number, output, choice, text, order, match].map((text) => text()),
    proofs: lockText({}, variants),
  };
}

const block = `<Variants count="${count}">

\`\`\`python
${program}
\`\`\`

</Variants>`;

const end = '<Hint>{{hint}}</Hint>\n\n<Solution>\n\nBecause of {{why}}.\n\n</Solution>\n\n';

const number = () => `<Number id="deep-vary-number" level="easy" objective="first">

${block}

How many are there with {{shown}}?

- [x] {{key}}
  > {{note}}

${end}</Number>
`;

const output = () => `<Output id="deep-vary-output" level="easy" objective="first">

${block}

What does it print?

\`\`\`python
print("{{shown}}")
\`\`\`

\`\`\`output
{{key}}
\`\`\`

<Hint>{{note}}</Hint>

${end}</Output>
`;

const choice = () => `<Choice id="deep-vary-choice" level="easy" objective="first">

${block}

Which is it with {{shown}}?

- [x] This <Id is="this" />
  > {{note}} {{key}}
- [ ] That {{shown}} <Id is="that" />

${end}</Choice>
`;

const text = () => `<Text id="deep-vary-text" level="easy" objective="first">

${block}

Which word belongs to {{shown}}?

- [x] {{key}}
  > {{note}}

${end}</Text>
`;

const order = () => `<Order id="deep-vary-order" level="easy" objective="first">

${block}

In which order, with {{shown}}?

1. First {{shown}} <Id is="first" />
2. Second {{shown}} <Id is="second" />
3. Third {{shown}} <Id is="third" />

<Hint>{{key}}</Hint>

<Hint>{{note}}</Hint>

${end}</Order>
`;

const match = () => `<Match id="deep-vary-match" level="easy" objective="first">

${block}

Which belong together, with {{shown}}?

| Small | Large | Note |
|---|---|---|
| one {{shown}} <Id is="one" /> | hundred <Id is="hundred" /> | {{note}} |
| two {{shown}} <Id is="two" /> | two hundred <Id is="two-hundred" /> | {{key}} |
| three {{shown}} <Id is="three" /> | three hundred <Id is="three-hundred" /> | |

${end}</Match>
`;
