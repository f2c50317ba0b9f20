import { expect, test } from 'vitest';
import { recordItemBelief } from '#db/beliefs.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { deliveryOf } from '#lib/lesson/delivery.ts';
import type { BadgeRule, Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { continueTest } from '#lib/server/sitting/continue-test.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openNextItem, startSitting } from './start-sitting.ts';

// The statements of one answer, BEGIN and COMMIT included, but without those of the session, which are sent before the
// workflow begins. On PostgreSQL each statement is one round trip.

let statements: string[] = [];
const database = await testDatabase(undefined, (statement) => statements.push(statement));

/** The fixture with this rule for its badge; with `pool`, 48 questions in its pool. */
function libraryWith({
  rule,
  changes = {},
}: {
  rule: BadgeRule['rule'];
  changes?: Partial<Lesson>;
}): Library {
  const [track] = fixtureLibrary().tracks;
  const [own] = track?.lessons ?? [];
  if (!track || !own?.badge) throw new Error('The fixture has no lesson with a badge');
  return makeLibrary([{ ...track, lessons: [{ ...own, badge: { ...own.badge, rule }, ...changes }] }], []);
}

function largePool(): Pick<Lesson, 'pool' | 'secrets'> {
  const own = fixtureLibrary().lessonById(lesson);
  if (!own) throw new Error('The fixture has no lesson');
  const copies = Array.from({ length: 48 }, (_, at) => {
    const from = own.pool[at % 3];
    const secret = from && own.secrets.get(from.id);
    if (!from || !secret) throw new Error('The fixture has no pool');
    return { item: { ...from, id: `many-${at}` }, secret };
  });
  const secrets = new Map([...own.secrets, ...copies.map(({ item, secret }) => [item.id, secret] as const)]);
  return { pool: copies.map(({ item }) => item), secrets };
}

let numbers = 0;
/** All worlds here share one database. */
const nextNumber = () => {
  numbers += 1;
  return numbers;
};
const nextUser = () => ({ id: `user-${nextNumber()}`, userName: `user-${nextNumber()}` });

/** Users answer in a lesson whose badge has this rule; each answer returns how many statements it sent. */
function counted(library: Library) {
  const world = { ...testWorld(database, library), newId: () => `id-${nextNumber()}` };
  const course = workflow(world, { msPerAnswer: 20_000 });
  const count = async (user: SessionUser, activity: string, itemId: string, given: 'right' | 'wrong') => {
    const page = await course.contextOf(user, activity);
    statements = [];
    const reply = recorded(await course.answer(user, page, itemId, given));
    return { reply, sent: statements.length };
  };
  /** Every answer of a challenge or test; returns the largest number of statements, and the last reply. */
  const countAll = async (
    user: SessionUser,
    activity: 'challenge' | 'test',
    isRight: (n: number) => boolean,
  ) => {
    let most = 0;
    for (let n = 1; ; n++) {
      if ((await course.view(user, activity)).mayOpenNext)
        await openNextItem(world, user, inFixture(activity));
      const { current } = await course.view(user, activity);
      if (!current) throw new Error('No item is open');
      const { reply, sent } = await count(user, activity, current.id, isRight(n) ? 'right' : 'wrong');
      most = Math.max(most, sent);
      if (reply.sitting?.status === 'closed') return { most, reply };
    }
  };
  return { ...course, world, count, countAll };
}

const atMost = { try: 18, challenge: 22, test: 22 };

test('an answer in Try, first or last, right or wrong', async () => {
  const { newUser, count, itemOf } = counted(libraryWith({ rule: 'lesson' }));
  const user = await newUser(nextUser());
  const { lesson: own } = await itemOf('try-1');
  const ids = own.activities.find(({ slug }) => slug === 'try')?.items.map(({ id }) => id) ?? [];
  expect(ids.length).toBeGreaterThan(1);
  const sent: number[] = [];
  for (const id of ids) {
    for (const given of ['wrong', 'wrong', 'right'] as const) {
      sent.push((await count(user, 'try', id, given)).sent);
    }
  }
  expect(sent.filter((one) => one > atMost.try)).toEqual([]);
});

test('the first answer in Try, when the author lets some of its questions be drawn', async () => {
  const [own] = fixtureLibrary().lessons();
  const activities = own?.activities.map((activity) =>
    activity.slug === 'try' ? { ...activity, delivery: deliveryOf('try', { draw: 2 }) } : activity,
  );
  const { newUser, count, contextOf } = counted(
    libraryWith({ rule: 'challenge', changes: activities ? { activities } : {} }),
  );
  const user = await newUser(nextUser());
  const [item] = (await contextOf(user, 'try')).items;
  expect((await count(user, 'try', item?.id ?? '', 'right')).sent).toBeLessThanOrEqual(atMost.try);
});

test('the answer that solves the last question of a lesson and earns its badge', async () => {
  const [own] = fixtureLibrary().lessons();
  const activities = own?.activities.filter(({ slug }) => slug === 'try') ?? [];
  const { newUser, count } = counted(libraryWith({ rule: 'lesson', changes: { activities } }));
  const user = await newUser(nextUser());
  const ids = activities.flatMap(({ items }) => items.map(({ id }) => id));
  for (const [at, id] of ids.entries()) {
    await count(user, 'try', id, 'wrong');
    const { reply, sent } = await count(user, 'try', id, 'right');
    expect(reply.badge !== null).toBe(at === ids.length - 1);
    expect(sent).toBeLessThanOrEqual(atMost.try);
  }
});

test.each([
  { why: 'all right, with the badge', isRight: () => true },
  { why: 'all wrong', isRight: () => false },
])('every answer of a challenge: $why', async ({ isRight }) => {
  const { newUser, world, countAll } = counted(libraryWith({ rule: 'challenge' }));
  const user = await newUser(nextUser());
  await startSitting(world, user, inFixture('challenge'));
  const { most, reply } = await countAll(user, 'challenge', isRight);
  expect(reply.badge !== null).toBe(isRight());
  expect(most).toBeLessThanOrEqual(atMost.challenge);
});

test.each([
  { why: 'strong, with the badge', isRight: () => true, outcome: 'strong' },
  { why: 'not yet', isRight: () => false, outcome: 'not-yet' },
  { why: 'unsure', isRight: (n: number) => n > 3, outcome: 'unsure' },
])('every answer of a test with a fixed form: $why', async ({ isRight, outcome }) => {
  const { newUser, world, countAll } = counted(libraryWith({ rule: 'test' }));
  const user = await newUser(nextUser());
  await startSitting(world, user, inFixture('test'));
  const { most, reply } = await countAll(user, 'test', isRight);
  expect(reply.sitting?.result).toMatchObject({ outcome });
  expect(most).toBeLessThanOrEqual(atMost.test);
});

test('every answer of a test that chooses its questions, and of one that continues it', async () => {
  const { newUser, world, countAll } = counted(libraryWith({ rule: 'test', changes: largePool() }));
  for (let at = 0; at < 48; at++) {
    const belief = { mean: (at % 12) / 4 - 1.4, variance: 0.15, answers: 40 };
    await recordItemBelief(database.db, { itemId: `many-${at}`, lessonId: lesson, ...belief });
  }
  const user = await newUser(nextUser());
  await startSitting(world, user, inFixture('test'));
  const first = await countAll(user, 'test', (n) => n % 4 !== 0);
  expect(first.reply.sitting?.result).toMatchObject({ outcome: 'unsure' });
  expect(first.most).toBeLessThanOrEqual(atMost.test);
  await continueTest(world, user, inFixture('test'));
  const second = await countAll(user, 'test', () => false);
  expect(second.reply.sitting?.result).toMatchObject({ outcome: 'not-yet' });
  expect(second.most).toBeLessThanOrEqual(atMost.test);
});
