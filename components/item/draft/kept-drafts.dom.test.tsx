import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type AskedItem,
  type DraftServer,
  draftServer,
  keptHere,
  QuestionPage,
  served,
} from '#components/item/testing/question-page.tsx';
import { DraftStore, removeAllCopies } from './draft-store.ts';

const gaps: AskedItem = {
  type: 'blanks',
  view: {
    code: [['pre', null, 'random.', ['Blank', { id: 'b1' }], '(', ['Blank', { id: 'b2' }], ')']],
    blanks: ['b1', 'b2'],
    bank: ['seed', '42', 'choice'],
    once: false,
    ignore: [],
  },
};
const options = ['a', 'b', 'c'].map((id) => ({ id, label: [`option ${id}`] }));
const ticks: AskedItem = { type: 'choice', view: { many: true, scoring: 'cancel', options } };

const outcome = { score: 1, correct: true, parts: {}, notes: {} };

let page: QuestionPage;
let server: DraftServer;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  removeAllCopies();
  server = draftServer();
  page = new QuestionPage();
});
afterEach(() => {
  page.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const boxes = () => [...page.form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const ticked = () => boxes().flatMap(({ checked, value }) => (checked ? [value] : []));

test('gaps that are filled one by one are saved, and are there after a reload', async () => {
  await page.show(gaps);
  await page.press(page.button('seed'));
  await page.until(() => page.savingLine === 'Saved');
  expect(server.saves.map(({ fields }) => fields)).toEqual([{ 'blank.b1': ['seed'], 'blank.b2': [''] }]);
  expect(keptHere()).toBe(0);
  page.close();
  page = new QuestionPage();
  await page.show({ ...gaps, state: { draft: { blanks: { b1: 'seed', b2: '' } }, draftRevision: 1 } });
  expect(page.has('Blank 1: seed')).toBe(true);
  expect(page.has('Blank 2: empty')).toBe(true);
});

test('what is ticked is saved, and is ticked after a reload', async () => {
  await page.show({ ...ticks, state: { deadline: 120_000 } });
  for (const box of boxes().slice(0, 2)) await page.press(box);
  await page.until(() => page.savingLine === 'Saved');
  expect(server.saves.at(-1)?.fields).toEqual({ option: ['a', 'b'] });
  page.close();
  page = new QuestionPage();
  await page.show({ ...ticks, state: { draft: { options: ['a', 'b'] }, draftRevision: 1 } });
  expect(ticked()).toEqual(['a', 'b']);
});

test('an answer takes its draft away, also one that had not been saved', async () => {
  server.isReachable = false;
  const right = {
    ...ticks,
    state: {
      used: 1,
      idempotencyKey: 'key-2',
      settled: true,
      solved: true,
      answer: { options: ['a'] },
      outcome,
    },
  };
  await page.show(ticks, async () => ({
    ok: true,
    value: {
      kind: 'recorded',
      item: served(right),
      gained: 0,
      totals: null,
      badge: null,
      sitting: null,
      progress: null,
    },
  }));
  await page.press(boxes()[0] ?? page.form);
  await page.until(() => page.savingLine.startsWith('Not saved yet: no connection'));
  expect(keptHere()).toBe(1);
  await page.press(page.button('Check'));
  await page.until(() => !page.has('Check'));
  expect(keptHere()).toBe(0);
  expect(page.savingLine).toBe('');
});

test('what was typed when the session ended is sent when the page is signed in again', async () => {
  const recall: AskedItem = { type: 'recall', view: { concepts: 2 } };
  const mine = { used: 1, idempotencyKey: 'key-2', draft: { text: 'begun', ticks: null }, draftRevision: 1 };
  server.isReachable = false;
  await page.show({ ...recall, state: mine });
  const box = page.form.querySelector('textarea');
  if (box) await page.type(box, 'begun, and gone on with');
  await page.until(() => keptHere() === 1);
  await page.show(recall, undefined, null);
  expect(keptHere()).toBe(1);
  server.isReachable = true;
  await page.show({ ...recall, state: mine });
  await page.until(() => keptHere() === 0);
  expect(server.saves.map(({ fields }) => fields)).toEqual([{ text: ['begun, and gone on with'] }]);
});

test.each<{ kind: string; item: AskedItem; hand: () => Promise<void>; words: string[] }>([
  {
    kind: 'options',
    item: ticks,
    hand: async () => {
      for (const box of boxes().slice(1)) await page.press(box);
    },
    words: ['option b', 'option c'],
  },
  {
    kind: 'tokens',
    item: gaps,
    hand: () => page.press(page.button('choice')),
    words: ['choice'],
  },
  {
    kind: 'text',
    item: { type: 'recall', view: { concepts: 2 } },
    hand: async () => {
      const box = page.form.querySelector('textarea');
      if (box) await page.type(box, 'the seed\nand the hash');
    },
    words: ['the seed\nand the hash'],
  },
])('what is kept of $kind can be read without its page', async ({ item, hand, words }) => {
  server.isReachable = false;
  await page.show(item);
  await hand();
  await page.until(() => keptHere() === 1);
  expect(new DraftStore('ada').listAll().map((copy) => copy.words)).toEqual([words]);
});
