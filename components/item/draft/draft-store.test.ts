import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftItem, DraftRequest } from '#lib/sitting/draft-request.ts';
import { type DraftCopy, DraftStore, removeAllCopies } from './draft-store.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const item: DraftItem = { lesson: 'lesson', activity: 'review', sitting: 1, item: 'recall' };

const body = (text: string, device = 'page-one'): DraftRequest => ({
  ...item,
  version: 'v',
  key: 'k',
  device,
  turn: 1,
  base: 0,
  fields: { text: [text] },
});

const page = { path: '/tracks/t/l/review', title: 'Review: L · Surefoot' };

const copy = (of: DraftRequest, at = Date.now()): DraftCopy => ({ body: of, at, page, words: [] });

const textsOf = (store: DraftStore): unknown[] => store.list(item).map((copy) => copy.body.fields.text?.[0]);

let storage = memoryStorage();
let ada = new DraftStore('ada', storage);
let bea = new DraftStore('bea', storage);

beforeEach(() => {
  storage = memoryStorage();
  ada = new DraftStore('ada', storage);
  bea = new DraftStore('bea', storage);
});
afterEach(() => vi.unstubAllGlobals());

test('copies of two pages are found, the older one first', () => {
  const now = Date.now();
  ada.keep(copy(body('newer', 'page-two'), now));
  ada.keep(copy(body('older'), now - 1000));
  expect(textsOf(ada)).toEqual(['older', 'newer']);
});

test('a page has one copy of an item: the newest', () => {
  ada.keep(copy(body('a')));
  ada.keep(copy(body('ab')));
  expect(textsOf(ada)).toEqual(['ab']);
});

test('nobody finds what somebody else typed, or what belongs to another question', () => {
  ada.keep(copy(body('mine')));
  ada.keep(copy({ ...body('another'), item: 'recall-2' }));
  expect([textsOf(bea), textsOf(ada), textsOf(new DraftStore('ad', storage))]).toEqual([[], ['mine'], []]);
});

test('what was acknowledged or submitted is removed, and nothing else', () => {
  ada.keep(copy(body('one')));
  ada.keep(copy(body('two', 'page-two')));
  ada.remove(body('one'));
  expect(textsOf(ada)).toEqual(['two']);
});

test('what its page has changed meanwhile stays', () => {
  ada.keep(copy({ ...body('newer'), turn: 2 }));
  ada.remove(body('older'));
  ada.markRefused(body('older'), 'late');
  expect(ada.list(item)).toMatchObject([{ body: { turn: 2 } }]);
  expect(ada.list(item)[0]?.refused).toBeUndefined();
});

test('a question that takes nothing more leaves what was typed to be read', () => {
  ada.keep(copy(body('one')));
  bea.keep(copy(body('hers')));
  ada.markAllRefused(item, 'settled');
  expect(ada.list(item)).toMatchObject([{ refused: 'settled', body: { fields: { text: ['one'] } } }]);
  expect(bea.list(item)[0]?.refused).toBeUndefined();
});

test('after thirty days it is gone', () => {
  const day = 24 * 60 * 60_000;
  ada.keep(copy(body('old'), Date.now() - 30 * day - 1000));
  ada.keep(copy(body('young', 'page-two'), Date.now() - 29 * day));
  expect(textsOf(ada)).toEqual(['young']);
  expect(Object.keys(storage)).toHaveLength(1);
});

test('signing out leaves no copy of anybody, and the choice of light or dark', () => {
  ada.keep(copy(body('one')));
  bea.keep(copy(body('two')));
  storage.setItem('theme', 'dark');
  vi.stubGlobal('localStorage', storage);
  removeAllCopies();
  expect(Object.keys(storage)).toEqual(['theme']);
});

test('what cannot be read is thrown away', () => {
  storage.setItem('surefoot.draft/ada/lesson/review/1/recall/page-one', '{"half');
  expect(textsOf(ada)).toEqual([]);
  expect(Object.keys(storage)).toEqual([]);
});

describe('a browser that stores nothing causes no error', () => {
  const deny = (): never => {
    throw new Error('The storage is closed');
  };
  const closed = Object.assign(memoryStorage(), { setItem: deny, getItem: deny, removeItem: deny });

  test.each([
    { why: 'every call throws', storage: closed },
    { why: 'there is no storage', storage: null },
  ])('$why', ({ storage }) => {
    const store = new DraftStore('ada', storage);
    expect(store.keep(copy(body('one')))).toBe(false);
    expect(textsOf(store)).toEqual([]);
    expect(() => store.remove(body('one'))).not.toThrow();
  });

  test('reading the property throws', () => {
    Object.defineProperty(globalThis, 'localStorage', { get: deny, configurable: true });
    expect(new DraftStore('ada').keep(copy(body('one')))).toBe(false);
    expect(removeAllCopies).not.toThrow();
    Reflect.deleteProperty(globalThis, 'localStorage');
  });
});

test('a copy that an earlier release stored is found and read', () => {
  storage.setItem(
    'surefoot.draft/ada/random%20seeds/review/2/repro-recall-log/0123456789abcdef01234567',
    JSON.stringify({
      body: {
        ...{ lesson: 'random seeds', activity: 'review', sitting: 2, item: 'repro-recall-log' },
        ...{ version: 'v', key: 'k', device: '0123456789abcdef01234567', turn: 3, base: 1 },
        fields: { text: ['typed before the update'] },
      },
      at: Date.now() - 60_000,
      page: { path: '/tracks/t/l/review', title: 'Review: L · Surefoot' },
      words: ['typed before the update'],
      refused: 'late',
    }),
  );
  const found = { lesson: 'random seeds', activity: 'review', sitting: 2, item: 'repro-recall-log' };
  expect(ada.list(found)).toMatchObject([
    { body: { turn: 3, fields: { text: ['typed before the update'] } }, refused: 'late' },
  ]);
});
