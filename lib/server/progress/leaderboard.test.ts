import { beforeAll, expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { listLedger } from '#db/responses.ts';
import { type NewUser, setDisabled } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { type BoardSpan, leaderboard } from './leaderboard.ts';
import { recount } from './recount.ts';
import { BoardForm, showOnBoard } from './show-on-board.ts';

const world = testWorld(await testDatabase());
const { db } = world.database;

async function member(
  classroomId: string,
  userName: string,
  fields: Partial<NewUser>,
  role: 'student' | 'teacher' = 'student',
) {
  const person = await addPerson(world, { userName, ...fields });
  await addMembership(db, { classroomId, userId: person.id, role, joinedAt: world.now() });
  return person;
}

const people: Record<string, SessionUser> = {};
const who = (name: string): SessionUser => {
  const person = people[name];
  if (!person) throw new Error(`Nobody is called ${name}`);
  return person;
};

beforeAll(async () => {
  const createdAt = world.now();
  await insertClassroom(db, { id: 'a', name: 'Class A', joinCode: 'AAAAAAAA', createdAt });
  await insertClassroom(db, { id: 'b', name: 'Class B', joinCode: 'BBBBBBBB', createdAt });
  people.first = await member('a', 'first', { xp: 90, onBoard: true, displayName: 'Frieda First' });
  people.tie1 = await member('a', 'tie1', {
    xp: 50,
    onBoard: true,
    boardName: 'Otter',
    displayName: 'Tina Tie',
  });
  people.tie2 = await member('a', 'tie2', { xp: 50, onBoard: true, displayName: 'Tom Two' });
  people.last = await member('a', 'last', { xp: 5, onBoard: true, displayName: 'Lena Last' });
  people.hidden = await member('a', 'hidden', { xp: 70, onBoard: false, displayName: 'Hella Hidden' });
  people.teacher = await member('a', 'teacher', { xp: 999, onBoard: true, role: 'teacher' }, 'teacher');
  people.visitor = await member('a', 'visitor', { xp: 998, onBoard: true, role: 'author' });
  people.gone = await member('a', 'gone', { xp: 997, onBoard: true });
  people.stranger = await member('b', 'stranger', { xp: 500, onBoard: true });
  people.admin = await addPerson(world, { userName: 'admin', role: 'admin' });
  await setDisabled(db, who('gone').id, createdAt);
});

const all = (classroom?: string) => ({ class: classroom, span: 'all' }) as const;

async function seen(name: string, classroom?: string, span: BoardSpan = 'all'): Promise<string[]> {
  const { board } = await leaderboard(world, who(name), { class: classroom, span });
  return (board?.lines ?? []).map((line) =>
    line === 'gap'
      ? '…'
      : `${line.rank ?? '-'} ${line.name} ${line.points}${line.isMe ? ' me' : ''}${line.onlyMe ? ' hidden' : ''}`,
  );
}

test('only students who chose to be seen are ranked; equal points share a rank', async () => {
  expect(await seen('last')).toEqual(['1 Frieda First 90', '2 Otter 50', '2 Tom Two 50', '4 Lena Last 5 me']);
});

test('who hides sees the board as it would be with them, and others do not', async () => {
  expect(await seen('hidden')).toEqual([
    '1 Frieda First 90',
    '2 Hella Hidden 70 me hidden',
    '3 Otter 50',
    '3 Tom Two 50',
    '5 Lena Last 5',
  ]);
  expect(await seen('first')).toContain('2 Otter 50');
});

test('a board name stands in for the display name, which is then nowhere', async () => {
  expect(JSON.stringify(await leaderboard(world, who('first'), all('a')))).not.toContain('Tina');
});

test('staff see the boards of their classes and are on none', async () => {
  expect(await seen('teacher')).toEqual(['1 Frieda First 90', '2 Otter 50', '2 Tom Two 50', '4 Lena Last 5']);
  expect((await leaderboard(world, who('admin'), all('b'))).classrooms.map(({ name }) => name)).toEqual([
    'Class A',
    'Class B',
  ]);
  expect(await seen('admin', 'b')).toEqual(['1 stranger 500']);
  expect(await leaderboard(world, who('visitor'), all('a'))).toEqual({ classrooms: [], board: null });
});

test('a class one is not in cannot be looked at by naming it', async () => {
  expect((await leaderboard(world, who('stranger'), all('a'))).board?.id).toBe('b');
});

test('hiding and showing oneself works through the form, under another name or none', async () => {
  const posted = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return BoardForm.parse(formFields(form));
  };
  expect(
    await showOnBoard(world, who('hidden'), posted({ show: 'yes', boardName: ' Night  Owl ' })),
  ).toMatchObject({ ok: true });
  expect(await seen('last')).toContain('2 Night Owl 70');
  await showOnBoard(world, who('hidden'), posted({ show: 'no', boardName: '' }));
  expect((await seen('last')).join()).not.toContain('70');
  expect(await showOnBoard(world, who('teacher'), posted({ show: 'yes' }))).toEqual({
    ok: false,
    reason: 'staff',
  });
});

test('the points on the board are those of a recount of the ledger', async () => {
  const course = testWorld(world.database, fixtureLibrary());
  const { answer } = workflow(course);
  await insertClassroom(db, { id: 'c', name: 'Class C', joinCode: 'CCCCCCCC', createdAt: world.now() });
  const learner = await member('c', 'learner', { onBoard: true, displayName: 'Lea Learner' });
  for (const id of ['try-1', 'try-2']) await answer(learner, 'try', id, yes);
  // 4 points for the easy one and 8 for the medium one.
  const ledger = await listLedger(db, [learner.id]);
  expect(ledger.reduce((sum, { points }) => sum + points, 0)).toBe(12);
  people.learner = learner;
  expect(await seen('learner')).toEqual(['1 Lea Learner 12 me']);
  expect(await seen('learner', 'c', 'week')).toEqual(['1 Lea Learner 12 me']);
  // The clock of the tests begins on a Sunday at 10:00 in the learner's time zone.
  course.pass(13 * 60 * 60_000);
  world.pass(13 * 60 * 60_000);
  expect(await seen('learner', 'c', 'week')).toEqual(['1 Lea Learner 12 me']);
  world.pass(60 * 60_000);
  expect(await seen('learner', 'c', 'week')).toEqual(['- Lea Learner 0 me']);
  expect(await seen('learner', 'c')).toEqual(['1 Lea Learner 12 me']);
  const counted = await recount(course);
  expect(counted.differences.filter(({ userId }) => userId === learner.id)).toEqual([]);
});
