import { describe, expect, test } from 'vitest';
import { examples as cards } from '#lib/item/card/examples.ts';
import { examples as choices } from '#lib/item/choice/examples.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { deliveryByMode, type Mode } from '#lib/lesson/delivery.ts';
import { Secret } from '#lib/secret.ts';
import { graceMs } from './clock.ts';
import { authorsAnswer, type Serving, serve } from './served-item.ts';
import { now, servingOf } from './testing/serving.ts';

const one = readItem(choices.choice);
const wrong = { answer: { options: ['end'] }, solved: false };
const right = { answer: { options: ['start'] }, solved: true };

const serving = (mode: Mode, more: Partial<Serving> = {}) => servingOf(one, mode, more);
const modes: Mode[] = ['practice', 'try', 'challenge', 'test', 'review'];
const servedSecrets = (more: Serving) => JSON.stringify(serve(more)).match(/canary\w+/g) ?? [];

test('without a shuffle options keep the author’s order, and a new order is not a new version', () => {
  const labels = (text: string) => {
    const { item, secret } = readItem(text);
    const delivery = { ...deliveryByMode.practice, shuffle: false };
    const served = serve(serving('practice', { item, secret, delivery }));
    const shown = 'options' in served.view ? (served.view.options ?? []) : [];
    return {
      version: item.version,
      order: JSON.stringify(shown.map(({ label }) => label)).match(/The \w+|None/g),
    };
  };
  const speed = '- [ ] The speed <Id is="speed" />\n';
  const written = labels(choices.choice);
  const other = labels(choices.choice.replace(speed, '').replace('- [x]', `${speed}- [x]`));
  expect(written.order).toEqual(['The start', 'The end', 'The speed', 'None']);
  expect(other.order).toEqual(['The speed', 'The start', 'The end', 'None']);
  expect(other.version).toBe(written.version);
});

test.each([
  ['concept', 'Conceptual'],
  ['output', 'Output'],
  ['configuration', 'Configuration'],
  ['order', 'Ordering'],
  ['fault', 'Troubleshoot'],
])('what a problem asks for is named, and makes no new version: %s', (asks, name) => {
  const { item, secret } = readItem(choices.choice.replace(' id=', ` asks="${asks}" id=`));
  expect(serve(serving('challenge', { item, secret })).asks).toBe(name);
  expect(item.version).toBe(one.item.version);
});

test('a question has the title and label of its author, which make no new version', () => {
  const more = ' asks="fault" title="The job that ran twice" label="Design" id=';
  const { item, secret } = readItem(choices.choice.replace(' id=', more));
  const served = serve(serving('challenge', { item, secret }));
  expect([served.title, served.asks]).toEqual(['The job that ran twice', 'Design']);
  expect(item.version).toBe(one.item.version);
  expect(serve(serving('challenge', one))).not.toHaveProperty('title');
});

describe('secrets of a choice that are served after an answer', () => {
  test.each<{ why: string; mode: Mode; more: Partial<Serving>; secrets: string[] }>([
    {
      why: 'practice, wrong: the note and the solution',
      mode: 'practice',
      more: { last: wrong },
      secrets: ['canaryWrong', 'canarySolution'],
    },
    {
      why: 'practice, right: every note and the solution',
      mode: 'practice',
      more: { last: right },
      secrets: ['canaryWrong', 'canaryRight', 'canarySolution'],
    },
    {
      why: 'try, wrong with attempts left: only the note',
      mode: 'try',
      more: { last: wrong },
      secrets: ['canaryWrong'],
    },
    {
      why: 'try, the last attempt: everything',
      mode: 'try',
      more: { last: wrong, used: 3 },
      secrets: ['canaryWrong', 'canaryRight', 'canarySolution'],
    },
    {
      why: 'challenge, wrong with an attempt left',
      mode: 'challenge',
      more: { last: wrong },
      secrets: ['canaryWrong'],
    },
    {
      why: 'challenge, right',
      mode: 'challenge',
      more: { last: right },
      secrets: ['canaryWrong', 'canaryRight', 'canarySolution'],
    },
    {
      why: 'challenge, time over',
      mode: 'challenge',
      more: { last: wrong, deadline: new Date(now.getTime() - graceMs - 1) },
      secrets: ['canaryWrong', 'canaryRight', 'canarySolution'],
    },
    {
      why: 'challenge, time over without an answer: the solution',
      mode: 'challenge',
      more: { deadline: new Date(now.getTime() - graceMs - 1) },
      secrets: ['canarySolution'],
    },
    {
      why: 'challenge, time over within the grace period: no solution yet',
      mode: 'challenge',
      more: { last: wrong, deadline: new Date(now.getTime() - graceMs) },
      secrets: ['canaryWrong'],
    },
    {
      why: 'test, closed: everything',
      mode: 'test',
      more: { last: wrong, closed: true },
      secrets: ['canaryWrong', 'canaryRight', 'canarySolution'],
    },
    { why: 'an opened hint', mode: 'try', more: { hintsOpened: 1 }, secrets: ['canaryHint'] },
  ])('$why', ({ mode, more, secrets }) =>
    expect([...new Set(servedSecrets(serving(mode, more)))].toSorted()).toEqual(secrets.toSorted()),
  );
});

test('attempts are counted down until the item is settled', () => {
  const states = [0, 1, 2, 3, 4].map(
    (used) => serve(serving('try', { used, last: used ? wrong : null })).state,
  );
  expect(states.map(({ left }) => left)).toEqual([3, 2, 1, 0, 0]);
  expect(states.map(({ settled }) => settled)).toEqual([false, false, false, true, true]);
  expect(new Set(states.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(5);
});

test('practice has unlimited attempts, and a solved item is settled in every mode', () => {
  expect(serve(serving('practice', { used: 99, last: wrong })).state).toMatchObject({
    left: null,
    settled: false,
  });
  for (const mode of modes) expect(serve(serving(mode, { last: right })).state.settled).toBe(true);
});

test('hints cost points where items pay points, and a test offers none', () => {
  expect(serve(serving('try')).state).toMatchObject({ hintsLeft: 1, hintPrice: 1, hints: [] });
  expect(serve(serving('test')).state).toMatchObject({ hintsLeft: 0, hintPrice: 0 });
  expect(serve(serving('test')).worth).toBe(0);
});

test('turning a card over is free, even in modes without hints', () => {
  const card = readItem(cards.card);
  expect(serve(serving('review', { item: card.item, secret: card.secret })).state).toMatchObject({
    hintsLeft: 1,
    hintPrice: 0,
  });
});

test('the browser receives no author id, and its answer is translated back', () => {
  const served = serve(serving('practice', { last: wrong }));
  expect(JSON.stringify(served)).not.toMatch(/"(?:start|end|speed|none)"/);
  expect(served.state.answer && authorsAnswer(one.item, 'seed', served.state.answer)).toEqual(wrong.answer);
  expect(served.state.answer && authorsAnswer(one.item, 'other seed', served.state.answer)).toBeNull();
  expect(authorsAnswer(one.item, 'seed', wrong.answer)).toBeNull();
});

test('the order depends on the seed of the sitting alone', () => {
  const view = (seed: string) => JSON.stringify(serve(serving('practice', { seed })));
  expect(view('a')).toBe(view('a'));
  expect(new Set(Array.from({ length: 20 }, (_, seed) => view(`${seed}`))).size).toBe(20);
});

test('the deadline is served while the clock runs', () => {
  const deadline = new Date(now.getTime() + 1000);
  expect(serve(serving('challenge', { deadline })).state.deadline).toBe(deadline.getTime());
  expect(serve(serving('challenge', { deadline, last: right })).state).toMatchObject({
    deadline: null,
    timeOver: false,
  });
  expect(serve(serving('challenge', { deadline: new Date(now.getTime() - 1) })).state.timeOver).toBe(true);
});

test('a secret cannot be serialised by accident', () => {
  const sealed = new Secret(one.secret);
  expect(() => JSON.stringify({ item: one.item, sealed })).toThrow(/serialised/);
  expect(Object.keys(sealed)).toEqual([]);
  expect(sealed.open()).toBe(one.secret);
});

test('the passage that teaches an item is offered after an answer that was not right, once feedback is due', () => {
  const passage = { title: 'T', href: '/t#s-t', textHref: '/texts/passages/l/o' };
  const offered = (mode: (typeof modes)[number], more: Partial<Serving>) =>
    serve(serving(mode, { passage, ...more })).state.passage;
  for (const mode of modes) {
    expect(offered(mode, {})).toBeNull();
    expect(offered(mode, { last: right })).toBeNull();
    expect(offered(mode, { last: wrong })).toEqual(mode === 'test' ? null : passage);
  }
  expect(offered('test', { last: wrong, closed: true })).toEqual(passage);
});
