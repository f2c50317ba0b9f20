import { expect, test } from 'vitest';
import { renderForm } from '#components/item/testing/plain-form.tsx';
import { served } from '#components/item/testing/question-page.tsx';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { Rich } from '#lib/text/rich.ts';
import { itemJson, readItem } from './item-json.ts';
import { sentItem } from './sent-item.ts';

const asking = (prompt: Rich): ServedItem => ({
  ...served({ type: 'output', view: { options: null } }),
  prompt,
});

test('a prompt is sent as markup alone', async () => {
  const { itemJson, promptHash } = await sentItem(asking([['p', null, 'What is <printed>?']]));
  expect(itemJson).not.toContain('printed');
  const html = await renderForm(readItem(itemJson), true, promptHash);
  expect(html).toContain('<div class="prose"><p>What is &lt;printed&gt;?</p></div>');
});

test('a prompt with a part that is not the same for everyone stays in the item', async () => {
  const item = asking([
    ['p', null, 'Read on'],
    ['Trace', { data: '{}' }],
  ]);
  const { itemJson, promptHash } = await sentItem(item);
  expect(readItem(itemJson)).toEqual(item);
  expect(promptHash).toBeUndefined();
});

const always = ['hintPrice', 'pays', 'timeOver', 'draftRevision', 'otherDrafts', 'deadline'];

test.each([
  { change: {}, sent: ['idempotencyKey'], why: 'before the first answer, only what is its own' },
  { change: { used: 1, solved: true }, sent: ['idempotencyKey', 'used', 'solved'], why: 'what has changed' },
  {
    change: { left: 0, hintsLeft: 2 },
    sent: ['idempotencyKey', 'left', 'hintsLeft'],
    why: 'nought is not null',
  },
  { change: { hints: [['Think']] }, sent: ['idempotencyKey', 'hints'], why: 'an opened hint' },
])('of the state of an item a page sends $why', ({ change, sent }) => {
  const { state, ...rest } = asking(['What?']);
  const blank = {
    ...{ used: 0, left: null, settled: false, solved: false, timeOver: false, answer: null, draft: null },
    ...{ draftRevision: 0, otherDrafts: [], outcome: null, hints: [], hintsLeft: 0, solution: null },
    ...{ passage: null, points: 0, deadline: null, hintPrice: 0, pays: [] },
  };
  const item: ServedItem = { ...rest, state: { ...state, ...blank, ...change } };
  const json = itemJson(item);
  const found: unknown = JSON.parse(json).state;
  expect(
    Object.keys(found ?? {})
      .filter((name) => !always.includes(name))
      .sort(),
  ).toEqual(sent.sort());
  expect(readItem(json)).toEqual(item);
});
