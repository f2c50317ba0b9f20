import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftBody } from '#lib/sitting/draft-wire.ts';
import {
  type DraftCopy,
  dropAllCopies,
  dropCopy,
  keepCopy,
  listCopies,
  refuseCopies,
  refuseCopy,
} from './draft-copies.ts';
import { storage } from './testing/storage.ts';

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

const page = { path: '/tracks/t/l/review', title: 'Review: L · Surefoot' };

const copy = (of: DraftBody, at = Date.now()): DraftCopy => ({ body: of, at, page, words: [] });

const textsOf = (userId: string): unknown[] =>
  listCopies(userId, place).map((copy) => copy.body.fields.text?.[0]);

beforeEach(() => vi.stubGlobal('localStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

test('copies of two pages are found, the older one first', () => {
  const now = Date.now();
  keepCopy('ada', copy(body('newer', 'page-two'), now));
  keepCopy('ada', copy(body('older'), now - 1000));
  expect(textsOf('ada')).toEqual(['older', 'newer']);
});

test('a page has one copy of an item: the newest', () => {
  keepCopy('ada', copy(body('a')));
  keepCopy('ada', copy(body('ab')));
  expect(textsOf('ada')).toEqual(['ab']);
});

test('nobody finds what somebody else typed, or what belongs to another question', () => {
  keepCopy('ada', copy(body('mine')));
  keepCopy('ada', copy({ ...body('another'), item: 'recall-2' }));
  expect([textsOf('bea'), textsOf('ada'), textsOf('ad')]).toEqual([[], ['mine'], []]);
});

test('what was acknowledged or answered goes, and nothing else', () => {
  keepCopy('ada', copy(body('one')));
  keepCopy('ada', copy(body('two', 'page-two')));
  dropCopy('ada', body('one'));
  expect(textsOf('ada')).toEqual(['two']);
});

test('what its page has changed meanwhile stays', () => {
  keepCopy('ada', copy({ ...body('newer'), turn: 2 }));
  dropCopy('ada', body('older'));
  refuseCopy('ada', body('older'), 'late');
  expect(listCopies('ada', place)).toMatchObject([{ body: { turn: 2 } }]);
  expect(listCopies('ada', place)[0]?.refused).toBeUndefined();
});

test('a question that takes nothing more leaves what was typed to be read', () => {
  keepCopy('ada', copy(body('one')));
  keepCopy('bea', copy(body('hers')));
  refuseCopies('ada', place, 'settled');
  expect(listCopies('ada', place)).toMatchObject([
    { refused: 'settled', body: { fields: { text: ['one'] } } },
  ]);
  expect(listCopies('bea', place)[0]?.refused).toBeUndefined();
});

test('after thirty days it is gone', () => {
  const day = 24 * 60 * 60_000;
  keepCopy('ada', copy(body('old'), Date.now() - 30 * day - 1000));
  keepCopy('ada', copy(body('young', 'page-two'), Date.now() - 29 * day));
  expect(textsOf('ada')).toEqual(['young']);
  expect(Object.keys(localStorage)).toHaveLength(1);
});

test('signing out leaves no copy of anybody, and the choice of light or dark', () => {
  keepCopy('ada', copy(body('one')));
  keepCopy('bea', copy(body('two')));
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
  expect(keepCopy('ada', copy(body('one')))).toBe(false);
  expect(textsOf('ada')).toEqual([]);
  expect(() => dropCopy('ada', body('one'))).not.toThrow();
});
