import { expect, test } from 'vitest';
import { memoryStorage } from '#components/item/draft/testing/memory-storage.ts';
import { AnswerStore, type KeptAnswer } from './answer-store.ts';
import { sendAnswers } from './send-answers.ts';

const answer = (key: string, at = Date.now()): KeptAnswer => ({
  fields: { key: [key], item: ['try-1'], option: ['a'] },
  at,
  page: { path: '/tracks/mlops/seeds/try', title: 'Try' },
  words: ['Surely so'],
});

/** A server that replies to each answer by its key; null is no connection. */
function server(replies: Record<string, object | null>) {
  const posted: string[] = [];
  const post: typeof fetch = async (_url, init) => {
    const { fields } = JSON.parse(String(init?.body));
    posted.push(fields.key[0]);
    const reply = replies[fields.key[0]];
    if (!reply) throw new TypeError('Failed to fetch');
    return Response.json(reply);
  };
  return { post, posted };
}

test('answers are sent oldest first and forgotten when they are recorded', async () => {
  const store = new AnswerStore('ada', memoryStorage());
  store.keep(answer('second', Date.now() - 1_000));
  store.keep(answer('first', Date.now() - 2_000));
  const { post, posted } = server({ first: { ok: true }, second: { ok: true } });
  const { sent, refused } = await sendAnswers(store, post);
  expect(posted).toEqual(['first', 'second']);
  expect(sent).toHaveLength(2);
  expect(refused).toEqual([]);
  expect(store.list()).toEqual([]);
});

test('a later answer to the same attempt replaces the earlier one', () => {
  const store = new AnswerStore('ada', memoryStorage());
  store.keep(answer('one'));
  store.keep({ ...answer('one'), words: ['Perhaps not'] });
  expect(store.list().map(({ words }) => words)).toEqual([['Perhaps not']]);
});

test.each([
  ['no connection', null],
  ['a session that ended', { ok: false, reason: 'signed-out' }],
  ['too many requests', { ok: false, reason: 'too-many' }],
  ['a database that is out', { ok: false, reason: 'unavailable' }],
  ['a program that could not be run', { ok: false, reason: 'not-checked' }],
])('with %s they stay and are sent again', async (_why, reply) => {
  const store = new AnswerStore('ada', memoryStorage());
  store.keep(answer('one'));
  expect(await sendAnswers(store, server({ one: reply }).post)).toEqual({ sent: [], refused: [] });
  expect(store.list()).toHaveLength(1);
  expect((await sendAnswers(store, server({ one: { ok: true } }).post)).sent).toHaveLength(1);
});

test('a refused answer stays to be read, is not sent again and does not hold up others', async () => {
  const store = new AnswerStore('ada', memoryStorage());
  store.keep(answer('refused', Date.now() - 1_000));
  store.keep(answer('fine'));
  const first = server({ refused: { ok: false, reason: 'settled' }, fine: { ok: true } });
  const result = await sendAnswers(store, first.post);
  expect(result.sent.map(({ fields }) => fields.key)).toEqual([['fine']]);
  expect(result.refused.map(({ refused }) => refused)).toEqual(['settled']);
  const again = server({});
  await sendAnswers(store, again.post);
  expect(again.posted).toEqual([]);
});

test('each answer says whose it is', async () => {
  const store = new AnswerStore('ada', memoryStorage());
  store.keep(answer('one'));
  const bodies: unknown[] = [];
  await sendAnswers(store, async (_url, init) => {
    bodies.push(JSON.parse(String(init?.body)));
    return Response.json({ ok: true });
  });
  expect(bodies).toEqual([{ reader: 'ada', fields: answer('one').fields }]);
});

test('nobody sends what another person has left', async () => {
  const storage = memoryStorage();
  new AnswerStore('ada', storage).keep(answer('of-ada'));
  const { post, posted } = server({ 'of-ada': { ok: true } });
  await sendAnswers(new AnswerStore('ad', storage), post);
  await sendAnswers(new AnswerStore('ben', storage), post);
  expect(posted).toEqual([]);
});

test('without storage nothing is kept, and it is said', () => {
  expect(new AnswerStore('ada', null).keep(answer('one'))).toBe(false);
});
