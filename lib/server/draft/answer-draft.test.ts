import { expect, test } from 'vitest';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { answerDraft } from './answer-draft.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const publicUrl = 'https://learn.school.example';
const ada = await addPerson(world, { userName: 'ada' });
const own = { 'sec-fetch-site': 'same-origin' };

const body = {
  lesson: fixtureLessonId,
  activity: 'practice',
  sitting: 1,
  item: 'practice-output',
  version: 'some version',
  key: 'some key',
  device: 'a-device',
  turn: 1,
  base: 0,
  fields: { text: ['1'] },
};

async function post(headers: Record<string, string>, sent: unknown, user: typeof ada | null = ada) {
  const text = typeof sent === 'string' ? sent : JSON.stringify(sent);
  const request = new Request(`${publicUrl}/api/drafts`, { method: 'POST', headers, body: text });
  const response = await answerDraft(world, publicUrl, request, async () => user);
  return { status: response.status, reply: await response.json() };
}

test.each([
  { why: 'no header that names its origin', headers: {}, sent: body, status: 403, reason: 'foreign' },
  {
    why: 'another site',
    headers: { origin: 'https://evil.example' },
    sent: body,
    status: 403,
    reason: 'foreign',
  },
  { why: 'not JSON', headers: own, sent: 'fields=1', status: 400, reason: 'invalid' },
  {
    why: 'a field missing',
    headers: own,
    sent: { ...body, device: undefined },
    status: 400,
    reason: 'invalid',
  },
  {
    why: 'a turn that is no number',
    headers: own,
    sent: { ...body, turn: '1' },
    status: 400,
    reason: 'invalid',
  },
  {
    why: 'more than 64 KB',
    headers: own,
    sent: { ...body, fields: { text: ['x'.repeat(35_000), 'y'.repeat(35_000)] } },
    status: 413,
    reason: 'too-long',
  },
  { why: 'an older version', headers: own, sent: body, status: 409, reason: 'stale' },
])('$why is answered with $status', async ({ headers, sent, status, reason }) => {
  expect(await post(headers, sent)).toEqual({ status, reply: { ok: false, reason } });
});

test('nobody is signed in', async () => {
  expect(await post(own, body, null)).toEqual({ status: 401, reply: { ok: false, reason: 'signed-out' } });
});

test('more than sixty at once have to wait', async () => {
  const bea = await addPerson(world, { userName: 'bea' });
  const answers = await Promise.all(Array.from({ length: 61 }, () => post(own, body, bea)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
});
