import { expect, test } from 'vitest';
import type { Item, Key } from '#lib/item/registry.ts';
import { guessChance } from './guess-chance.ts';

const option = (id: string) => ({ id, label: [id], last: false });
const block = (id: string) => ({ id, label: [id] });
const optionKey: Key = { correct: ['a'], feedback: {} };

test.each<{ why: string; body: Item['body']; key: Key; chance: number }>([
  {
    why: 'one of four options',
    body: { many: false, options: ['a', 'b', 'c', 'd'].map(option) },
    key: optionKey,
    chance: 1 / 4,
  },
  {
    why: 'one of the 15 subsets of four options',
    body: { many: true, options: ['a', 'b', 'c', 'd'].map(option) },
    key: optionKey,
    chance: 1 / 15,
  },
  {
    why: 'one of the 6 orders of three blocks',
    body: { blocks: ['a', 'b', 'c'].map(block) },
    key: {
      order: ['a', 'b', 'c'],
      before: [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ],
    },
    chance: 1 / 6,
  },
  {
    why: 'three of six orders when only one pair matters',
    body: { blocks: ['a', 'b', 'c'].map(block) },
    key: { order: ['a', 'b', 'c'], before: [['a', 'b']] },
    chance: 3 / 6,
  },
  {
    why: 'two blanks from a bank of five',
    body: { code: [], blanks: ['b1', 'b2'], bank: ['v', 'w', 'x', 'y', 'z'] },
    key: { accepted: {}, feedback: {} },
    chance: 1 / 25,
  },
  {
    why: 'typed output is not guessed',
    body: { options: null },
    key: { choice: null, text: '2' },
    chance: 0,
  },
])('$why', ({ body, key, chance }) => expect(guessChance({ body }, key)).toBeCloseTo(chance, 12));
