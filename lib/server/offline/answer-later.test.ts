import { expect, test } from 'vitest';
import { listRecentResponses } from '#db/responses.ts';
import { answerForm } from '#lib/cli/demo/post-answer.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { answerLater } from './answer-later.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { newUser, contextOf, itemOf, sit } = workflow(world);
const publicUrl = 'https://learn.school.example';
const own = { 'sec-fetch-site': 'same-origin' };
type Person = Awaited<ReturnType<typeof newUser>>;

/** What a device keeps of an answer to a question of an activity. */
async function kept(user: Person, { activity = 'try', item = 'try-1', answer = yes, key = 'kept-1' } = {}) {
  const found = await itemOf(item);
  const page = await contextOf(user, activity);
  return { fields: formFields(answerForm({ page, item: found.item, idempotencyKey: key, answer })) };
}

async function post(user: Person | null, sent: unknown, headers: Record<string, string> = own) {
  const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
  const request = new Request(`${publicUrl}/api/answers`, { method: 'POST', headers, body });
  const response = await answerLater(world, publicUrl, request, async () => user);
  return { status: response.status, reply: await response.json() };
}

const ledgerOf = (user: Person) => listRecentResponses(world.database.db, user.id, 10);

test('an answer that was given offline is recorded once, however often it is sent', async () => {
  const user = await newUser();
  const answer = await kept(user);
  const replies = await Promise.all([post(user, answer), post(user, answer), post(user, answer)]);
  expect(replies.map(({ reply }) => reply)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await post(user, answer)).toEqual({ status: 200, reply: { ok: true } });
  expect(await ledgerOf(user)).toHaveLength(1);
});

test('another answer under the same key is refused and not recorded', async () => {
  const user = await newUser();
  await post(user, await kept(user));
  const second = await post(user, await kept(user, { answer: no }));
  expect(second).toEqual({ status: 409, reply: { ok: false, reason: 'key-reused' } });
  expect(await ledgerOf(user)).toHaveLength(1);
});

test('the reply says nothing about the grade', async () => {
  const user = await newUser();
  expect((await post(user, await kept(user, { answer: no }))).reply).toEqual({ ok: true });
});

test('an answer of another person on this device waits for that person', async () => {
  const [user, other] = [await newUser(), await newUser()];
  const answer = { ...(await kept(user)), reader: user.id };
  expect(await post(other, answer)).toEqual({ status: 401, reply: { ok: false, reason: 'signed-out' } });
  expect(await ledgerOf(other)).toEqual([]);
  expect(await post(user, answer)).toEqual({ status: 200, reply: { ok: true } });
});

test('a challenge takes no answer in this way', async () => {
  const user = await newUser();
  await sit(user, 'challenge', () => true);
  const [first] = (await ledgerOf(user)).toReversed();
  const recorded = (await ledgerOf(user)).length;
  const answer = await kept(user, { activity: 'challenge', item: first?.itemId ?? '', key: 'later' });
  expect(await post(user, answer)).toEqual({ status: 409, reply: { ok: false, reason: 'timed' } });
  expect(await ledgerOf(user)).toHaveLength(recorded);
});

test('requests that are not ours, not signed in, too long or malformed are refused', async () => {
  const user = await newUser();
  const answer = await kept(user);
  expect((await post(user, answer, {})).status).toBe(403);
  expect((await post(user, answer, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post(null, answer)).status).toBe(401);
  expect((await post(user, 'a'.repeat(65_537))).status).toBe(413);
  for (const sent of ['', 'no json', '[]', '{}', '{"fields":{}}', '{"fields":{"key":"a"}}'])
    expect((await post(user, sent)).status).toBe(400);
  expect(await ledgerOf(user)).toEqual([]);
});

test('a device that sends without end is slowed down', async () => {
  const user = await newUser();
  const statuses = [];
  for (let n = 0; n < 31; n += 1) statuses.push((await post(user, '{}')).status);
  expect(statuses.slice(0, 30).every((status) => status === 400)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});
