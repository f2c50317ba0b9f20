import { expect, test } from 'vitest';
import { copied, copiedLock } from './many-lessons.ts';

test('ids of lesson, badge and items end with the number of the copy, and links lead into it', () => {
  const text = `---
id: seeds
objectives:
  - id: aim
    text: Know it
badge:
  name: Seeds
  id: seeds-badge
---

See [this](/tracks/mlops/other).

<Choice id="one" level="easy" objective="aim">

- [x] Yes <Id is="yes" />

</Choice>
`;
  expect(copied(text, 'mlops', 7)).toBe(
    text
      .replace('id: seeds\n', 'id: seeds-7\n')
      .replace('id: seeds-badge', 'id: seeds-badge-7')
      .replace('/tracks/mlops/other', '/tracks/mlops-7/other')
      .replace('id="one"', 'id="one-7"'),
  );
});

test('a text without front matter keeps its rules of dashes', () => {
  expect(copied('One.\n\n---\n\nid: two\n', 'mlops', 1)).toBe('One.\n\n---\n\nid: two\n');
});

test('the proofs of a copy are those of its items and of their variants', () => {
  const proof = { interpreter: 'python', hash: 'abc', tried: 2, mutants: 1, caught: 1 };
  const variants = { interpreter: 'python', hash: 'def', values: [{ one: '4' }] };
  const lock = (two: string, id: string) => ({
    format: 1,
    items: { [two]: proof, [`${id}#1`]: proof, [`${id}#12`]: proof },
    variants: { [id]: variants },
  });
  expect(JSON.parse(copiedLock(JSON.stringify(lock('two', 'one'), null, 2), 7))).toEqual(
    lock('two-7', 'one-7'),
  );
});
