import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { entryStore } from './entry-store.ts';
import { keptResults } from './kept-results.ts';

function counted(folder = tempFolder('kept'), version = 'one') {
  const made: string[] = [];
  const kept = keptResults(entryStore(folder), () => version);
  const make = (word: string) => () => {
    made.push(word);
    return { word };
  };
  return { folder, kept, made, make };
}

test('a result is made once from the same, by later processes too', async () => {
  const { folder, kept, made, make } = counted();
  expect(kept.get('card', ['a', 'b'], make('first'))).toEqual({ word: 'first' });
  await kept.written();
  expect(kept.get('card', ['a', 'b'], make('second'))).toEqual({ word: 'first' });
  expect(counted(folder).kept.get('card', ['a', 'b'], make('third'))).toEqual({ word: 'first' });
  expect(made).toEqual(['first']);
});

test.each([
  ['of another function', 'one', 'panel', ['a', 'b']],
  ['made from something else', 'one', 'card', ['a', 'c']],
  ['made from the same letters in other parts', 'one', 'card', ['ab', '']],
  ['of another version', 'two', 'card', ['a', 'b']],
] as const)('a result %s does not count', async (_what, version, kind, madeFrom) => {
  const { folder, kept, make } = counted();
  kept.get('card', ['a', 'b'], make('first'));
  await kept.written();
  const later = counted(folder, version).kept;
  expect(later.get(kind, madeFrom, make('second'))).toEqual({ word: 'second' });
});

test('a damaged result is made again', async () => {
  const { folder, kept, make } = counted();
  kept.get('card', [], make('first'));
  await kept.written();
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"word":"wrong"}');
  expect(counted(folder).kept.get('card', [], make('second'))).toEqual({ word: 'second' });
});

test('a result that is not final is made again', async () => {
  const { kept, make } = counted();
  const later = (word: string, isFinal: boolean) =>
    kept.getLater('runs', ['a'], async () => ({ result: make(word)(), isFinal }));
  expect([await later('stopped', false), await later('finished', true)]).toEqual([
    { word: 'stopped' },
    { word: 'finished' },
  ]);
  await kept.written();
  expect(await later('again', true)).toEqual({ word: 'finished' });
});
