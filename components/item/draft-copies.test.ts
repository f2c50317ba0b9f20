import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftBody } from '#lib/sitting/draft-wire.ts';
import { dropAllCopies, dropCopies, dropCopy, keepCopy, listCopies } from './draft-copies.ts';

const place = { lesson: 'lesson', activity: 'review', sitting: 1, item: 'recall' };

const body = (text: string, device = 'page-one'): DraftBody => ({
  ...place,
  version: 'v',
  key: 'k',
  device,
  turn: 1,
  base: 0,
  fields: { text: [text] },
});

const textsOf = (userId: string): unknown[] =>
  listCopies(userId, place).map((copy) => copy.body.fields.text?.[0]);

/** Like a browser's: what is stored is seen as properties, the functions are not. */
function storage(): Storage {
  const methods = {
    getItem: (name: string) => Reflect.get(kept, name) ?? null,
    setItem: (name: string, value: string) => Reflect.set(kept, name, value),
    removeItem: (name: string) => Reflect.deleteProperty(kept, name),
  };
  const kept: Storage = Object.create(methods);
  return kept;
}

beforeEach(() => vi.stubGlobal('localStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

test('copies of two pages are found, the older one first', () => {
  const now = Date.now();
  keepCopy('ada', { body: body('newer', 'page-two'), at: now });
  keepCopy('ada', { body: body('older'), at: now - 1000 });
  expect(textsOf('ada')).toEqual(['older', 'newer']);
});

test('a page has one copy of an item: the newest', () => {
  keepCopy('ada', { body: body('a'), at: Date.now() });
  keepCopy('ada', { body: body('ab'), at: Date.now() });
  expect(textsOf('ada')).toEqual(['ab']);
});

test('nobody finds what somebody else typed, or what belongs to another question', () => {
  keepCopy('ada', { body: body('mine'), at: Date.now() });
  keepCopy('ada', { body: { ...body('another'), item: 'recall-2' }, at: Date.now() });
  expect([textsOf('bea'), textsOf('ada'), textsOf('ad')]).toEqual([[], ['mine'], []]);
});

test('what was acknowledged or answered goes, and nothing else', () => {
  keepCopy('ada', { body: body('one'), at: Date.now() });
  keepCopy('ada', { body: body('two', 'page-two'), at: Date.now() });
  dropCopy('ada', body('one'));
  expect(textsOf('ada')).toEqual(['two']);
  keepCopy('bea', { body: body('hers'), at: Date.now() });
  dropCopies('ada', place);
  expect([textsOf('ada'), textsOf('bea')]).toEqual([[], ['hers']]);
});

test('after thirty days it is gone', () => {
  const day = 24 * 60 * 60_000;
  keepCopy('ada', { body: body('old'), at: Date.now() - 30 * day - 1000 });
  keepCopy('ada', { body: body('young', 'page-two'), at: Date.now() - 29 * day });
  expect(textsOf('ada')).toEqual(['young']);
  expect(Object.keys(localStorage)).toHaveLength(1);
});

test('signing out leaves no copy of anybody, and the choice of light or dark', () => {
  keepCopy('ada', { body: body('one'), at: Date.now() });
  keepCopy('bea', { body: body('two'), at: Date.now() });
  localStorage.setItem('theme', 'dark');
  dropAllCopies();
  expect(Object.keys(localStorage)).toEqual(['theme']);
});

test('what cannot be read is thrown away', () => {
  localStorage.setItem('surefoot.draft/ada/lesson/review/1/recall/page-one', '{"half');
  expect(textsOf('ada')).toEqual([]);
  expect(Object.keys(localStorage)).toEqual([]);
});

test('a browser that keeps nothing is no error', () => {
  const refuse = () => {
    throw new Error('The storage is closed');
  };
  vi.stubGlobal('localStorage', { setItem: refuse, getItem: refuse, removeItem: refuse });
  expect(keepCopy('ada', { body: body('one'), at: Date.now() })).toBe(false);
  expect(textsOf('ada')).toEqual([]);
  expect(() => dropCopy('ada', body('one'))).not.toThrow();
});
