import { expect, test } from 'vitest';
import { blocksIn } from './blocks-in.ts';

const item = (attributes: string) => `Text.

<Number${attributes}>

<Variants count="3">

\`\`\`javascript
console.log(1)
\`\`\`

</Variants>

How many are there with {{n}} more?

- [x] {{n}}

</Number>
`;
const source = (text: string) => ({
  ...{ track: 't', slug: 'l', folder: 'c/l' },
  files: new Map([
    ['practice.mdx', text],
    ['why.mdx', 'No question.'],
  ]),
});

test('the programs of a lesson, with file, item, language and count', () => {
  expect(blocksIn(source(item(' id="own"')))).toMatchObject([
    { file: 'c/l/practice.mdx', itemId: 'own', language: 'javascript', program: 'console.log(1)', count: 3 },
  ]);
});

test('an id that stands beside the text', () => {
  const known = { id: 'beside', tag: 'Number', text: 'How many are there with n more' };
  const ids = JSON.stringify({ format: 1, items: [known] });
  expect(blocksIn({ ...source(item('')), ids }).map(({ itemId }) => itemId)).toEqual(['beside']);
  expect(blocksIn(source(item('')))).toEqual([]);
});

test('a file that the compiler gave up on is left alone', () => {
  expect(blocksIn(source(item(' id="own"')), (file) => file === 'c/l/practice.mdx')).toEqual([]);
});
