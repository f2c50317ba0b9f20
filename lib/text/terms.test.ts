import { expect, test } from 'vitest';
import { cosine, termCounts, wordOfTerm } from './terms.ts';

test('terms are words of three letters or more that carry meaning, without endings', () => {
  expect([...termCounts('The seeds are seeded: seed 42, and a seed_id!')]).toEqual([
    ['seed', 3],
    ['seed_id', 1],
  ]);
  expect([...termCounts('de la semilla más Größe 種子です')].map(([term]) => term)).toEqual([
    'semilla',
    'más',
    'größe',
    '種子です',
  ]);
});

test('the word of a term is shown as it was written first', () => {
  expect(wordOfTerm('It makes a cake.', 'mak')).toBe('makes');
  expect(wordOfTerm('nothing', 'mak')).toBe('mak');
});

test.each([
  { a: 'seed draw', b: 'draw seed', is: 1 },
  { a: 'seed draw', b: 'seed lock', is: 1 / 2 },
  { a: 'seed seed draw', b: 'seed', is: 2 / Math.sqrt(5) },
  { a: 'seed', b: 'lock', is: 0 },
  { a: '', b: 'lock', is: 0 },
])('the cosine of «$a» and «$b»', ({ a, b, is }) =>
  expect(cosine(termCounts(a), termCounts(b))).toBeCloseTo(is, 12),
);
