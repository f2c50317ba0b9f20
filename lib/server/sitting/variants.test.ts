import { describe, expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { listLedger } from '#db/responses.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import { type Answer, itemType, type Variant } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { Secret } from '#lib/secret.ts';
import { studentReport } from '#lib/server/classroom/student-report.ts';
import { closeOverdue } from '#lib/server/clock/close-overdue.ts';
import { itemReports } from '#lib/server/content/item-reports.ts';
import { questionSheet } from '#lib/server/content/question-sheet.ts';
import { reportItem } from '#lib/server/content/report-item.ts';
import { saveDraft } from '#lib/server/draft/save-draft.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import { idempotencyKeyFor, type ServedItem } from '#lib/sitting/served-item.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';
import { canaries, fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { varyingIds } from '#tests/varying-items.ts';
import { inFixture, recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openHint } from './open-hint.ts';
import { startOver } from './start-over.ts';
import { startSitting } from './start-sitting.ts';

const database = await testDatabase();
const { db } = database;
const plain = fixtureLibrary({ everyKind: true });
const id = 'deep-vary-number';
const world = testWorld(database, plain);
const { newUser, itemOf, contextOf, answer } = workflow(world);

/** The item as a page shows it now. */
async function shown(user: SessionUser, itemId: string = id, activity = 'deep'): Promise<ServedItem> {
  const context = await contextOf(user, activity);
  return servedItem(context, (await itemOf(itemId)).item, {
    record: openRecord(context, itemId),
    now: world.now(),
    closed: false,
  });
}

/** The number of the variant that a text shows, from 1; each says `shown-<item>-<number>`. */
function variantIn(shown: unknown, itemId: string = id): number {
  const found = new Set(
    [...JSON.stringify(shown).matchAll(new RegExp(`shown-${itemId}-(\\d)`, 'g'))].map(([, number]) => number),
  );
  expect(found.size).toBe(1);
  return Number([...found][0]);
}

/** By hand: the key of variant n of the number item is 86754n9. */
const keyOf = (variant: number): Answer => ({ number: `86754${variant}9` });

const people = (count: number): Promise<SessionUser[]> =>
  Promise.all(Array.from({ length: count }, () => newUser()));

describe('which variant is asked', () => {
  test('the same in the page, the hint, the draft and the reply of one sitting', async () => {
    const user = await newUser();
    const page = await shown(user);
    const variant = variantIn(page);
    const context = await contextOf(user, 'deep');
    const asked = { ...inFixture('deep'), sitting: context.address.ordinal, item: id };
    const hint = await openHint(world, user, { ...asked, version: page.version });
    expect(JSON.stringify(hint)).toContain(`canary-${id}-hint-${variant}`);
    const fields = { number: [`86754${variant}9`] };
    const key = idempotencyKeyFor(context.address, id, 0);
    const draft = { ...asked, version: page.version, key, device: 'the-desk', turn: 1, base: 0, fields };
    expect(await saveDraft(world, user, draft)).toMatchObject({ ok: true });
    expect((await shown(user)).state.draft).toEqual(keyOf(variant));
    const reply = recorded(await answer(user, 'deep', id, { number: '1' }));
    expect(variantIn(reply.item)).toBe(variant);
    expect(variantIn(await shown(user))).toBe(variant);
  });

  test('another sitting may ask another: over 40 people all four are asked, and most change at least once in 4', async () => {
    const first = new Map<string, number>();
    let changed = 0;
    for (const user of await people(40)) {
      const variant = variantIn(await shown(user));
      first.set(user.id, variant);
      const later: number[] = [];
      for (let round = 0; round < 3; round++) {
        await answer(user, 'deep', id, { number: '1' });
        await startOver(world, user, inFixture('deep'));
        later.push(variantIn(await shown(user)));
      }
      if (later.some((other) => other !== variant)) changed++;
    }
    // A wrong draw fails this less than once in 4 · (3/4)^40 = 1 of 25,000 runs; all seeds are fixed here.
    expect([...new Set(first.values())].toSorted()).toEqual([1, 2, 3, 4]);
    expect(changed).toBeGreaterThan(20);
  });
});

describe('grading', () => {
  test('an answer is graded by the key of its own variant, and the ledger names that variant', async () => {
    for (const user of await people(8)) {
      const variant = variantIn(await shown(user));
      for (const other of [1, 2, 3, 4].filter((number) => number !== variant))
        expect(recorded(await answer(user, 'deep', id, keyOf(other))).item.state.solved).toBe(false);
      expect(recorded(await answer(user, 'deep', id, keyOf(variant))).item.state.solved).toBe(true);
      const rows = await listLedger(db, [user.id]);
      const { variants = [] } = (await itemOf(id)).secret.open();
      expect(new Set(rows.map(({ itemVersion }) => itemVersion))).toEqual(
        new Set([variants[variant - 1]?.item.version]),
      );
    }
    expect(await recount(world, {})).toMatchObject({ differences: [] });
  });

  test('a form of another variant is refused as stale and uses no attempt', async () => {
    const user = await newUser();
    const page = await contextOf(user, 'deep');
    const variant = variantIn(await shown(user));
    const { variants = [] } = (await itemOf(id)).secret.open();
    const others = variants.filter((_one, at) => at !== variant - 1);
    expect(others).toHaveLength(3);
    for (const { item } of others) {
      const form = { page, item, idempotencyKey: world.newId(), answer: keyOf(variant) };
      expect(await postAnswer(world, user, form)).toEqual({ ok: false, reason: 'stale' });
    }
    expect(await listLedger(db, [user.id])).toEqual([]);
  });

  test('a repeated request returns the same variant and adds nothing', async () => {
    const user = await newUser();
    const variant = variantIn(await shown(user));
    const once = recorded(await answer(user, 'deep', id, keyOf(variant), { idempotencyKey: 'again' }));
    const twice = recorded(await answer(user, 'deep', id, keyOf(variant), { idempotencyKey: 'again' }));
    expect(twice.item).toEqual(once.item);
    expect(await listLedger(db, [user.id])).toHaveLength(1);
  });
});

test.each(varyingIds)(
  '%s: pages and replies carry nothing of other variants, and no secret of their own before its time',
  async (itemId) => {
    for (const user of await people(6)) {
      const page = await shown(user, itemId);
      const variant = variantIn(page, itemId);
      expect(canaries.filter((word) => JSON.stringify(page).includes(word))).toEqual([]);
      const wrong = recorded(await answer(user, 'deep', itemId, 'wrong'));
      const right = recorded(await answer(user, 'deep', itemId, 'right'));
      for (const reply of [page, wrong, right]) {
        const text = JSON.stringify(reply);
        for (const other of [1, 2, 3, 4].filter((number) => number !== variant)) {
          expect(text).not.toMatch(new RegExp(`${itemId}-(?:[a-z]+-)?${other}`));
          expect(text).not.toContain(`86754${other}9`);
        }
      }
      expect(JSON.stringify(right)).toContain(`canary-${itemId}-why-${variant}`);
    }
  },
);

describe('a challenge with a clock', () => {
  const library = withTimedItem();
  const timed = { ...world, library: async () => library };
  const inTime = workflow(timed);

  async function challenger(): Promise<SessionUser> {
    const user = await newUser();
    expect(await startSitting(timed, user, inFixture('challenge'))).toMatchObject({ ok: true });
    return user;
  }

  async function variantOf(user: SessionUser): Promise<number> {
    return variantIn((await inTime.view(user, 'challenge')).current);
  }

  test('a draft that was saved in time is graded by its own variant when the time is over', async () => {
    const user = await challenger();
    const variant = await variantOf(user);
    const { address } = await inTime.contextOf(user, 'challenge');
    const { version = '' } = (await inTime.view(user, 'challenge')).current ?? {};
    const save = { ...inFixture('challenge'), sitting: address.ordinal, item: id, version };
    const key = idempotencyKeyFor(address, id, 0);
    const fields = { number: [`86754${variant}9`] };
    const saved = { ...save, key, device: 'the-desk', turn: 1, base: 0, fields };
    expect(await saveDraft(timed, user, saved)).toMatchObject({ ok: true });
    timed.pass(10 * 60_000);
    await closeOverdue(timed);
    const [row] = await listLedger(db, [user.id]);
    expect(row).toMatchObject({ itemId: id, verdict: 'right', answer: keyOf(variant) });
  });

  test('a teacher sees of an answer that came too late, and of one in time, the variant that was asked', async () => {
    const [user, teacher] = [await challenger(), await newUser({ role: 'teacher' })];
    const classroomId = await classWith(teacher, user);
    const variant = await variantOf(user);
    const inDeep = variantIn(await shown(user));
    await answer(user, 'deep', id, keyOf(inDeep));
    timed.pass(10 * 60_000);
    expect(await inTime.answer(user, 'challenge', id, keyOf(variant))).toEqual({ ok: false, reason: 'late' });
    const report = await studentReport(timed, teacher, classroomId, user.id);
    expect(variantIn(report?.late)).toBe(variant);
    expect(variantIn(report?.answers)).toBe(inDeep);
  });
});

test('a report by a learner holds the variant that the learner saw, and is up to date while it exists', async () => {
  const [user, author] = [await newUser(), await newUser({ role: 'author' })];
  const page = await shown(user);
  const { address } = await contextOf(user, 'deep');
  const form = { ...inFixture('deep'), sitting: address.ordinal, item: id, version: page.version };
  const reported = await reportItem(world, user, { ...form, kind: 'unclear', note: 'Which one?' });
  expect(reported).toMatchObject({ ok: true });
  const [own] = ((await itemReports(world, author)) ?? []).filter(({ report }) => report.userId === user.id);
  expect(variantIn(own?.report.shown)).toBe(variantIn(page));
  expect(own?.isOutdated).toBe(false);
});

test('a sheet to print asks the same variant with and without answers', async () => {
  const teacher = await newUser({ role: 'teacher' });
  const place = { track: 'fixture-track', lesson: 'fixture', activity: 'deep' };
  const [without, withAnswers] = [false, true].map((answers) =>
    questionSheet(world, teacher, place, answers),
  );
  const texts = (await Promise.all([without, withAnswers])).map((sheet) => {
    const item = sheet?.items.find((one) => one.id === id);
    return item ? { question: plainText(item.prompt), solution: JSON.stringify(item.state.solution) } : null;
  });
  expect(texts[0]?.question).toBe(texts[1]?.question);
  expect(texts[0]?.solution).toBe('null');
  expect(texts[1]?.solution).toContain(`canary-${id}-why-${variantIn(texts[1]?.question)}`);
});

test('an author who adds a variant changes no question that has an answer, and few that have none', async () => {
  const users = await people(60);
  const before = new Map<string, number>();
  for (const [at, user] of users.entries()) {
    before.set(user.id, variantIn(await shown(user)));
    if (at < 20) await answer(user, 'deep', id, { number: '1' });
  }
  const library = withFifthVariant();
  const edited = { ...world, library: async () => library };
  const after = workflow(edited);
  const shownAfter = async (user: SessionUser) => {
    const context = await after.contextOf(user, 'deep');
    const record = openRecord(context, id);
    return servedItem(context, (await after.itemOf(id)).item, { record, now: edited.now(), closed: false });
  };
  const changed: number[] = [];
  for (const [at, user] of users.entries())
    if (variantIn(await shownAfter(user)) !== before.get(user.id)) changed.push(at);
  expect(changed.filter((at) => at < 20)).toEqual([]);
  // A fifth of 40 is expected to move; more than half would mean that all were drawn anew.
  expect(changed.length).toBeLessThan(20);
  expect(changed.length).toBeGreaterThan(0);
});

function changedLesson(change: (lesson: Lesson, whole: Variant) => Lesson): Library {
  const [track] = plain.tracks;
  const lesson = track?.lessons[0];
  const found = plain.item(id);
  if (!track || !lesson || !found) throw new Error('The fixture has changed');
  return makeLibrary(
    [{ ...track, lessons: [change(lesson, { item: found.item, secret: found.secret.open() })] }],
    [],
  );
}

/** The number item alone in the challenge, with a minute and a half for it. */
function withTimedItem(): Library {
  return changedLesson((lesson, { item, secret }) => {
    const timed = (one: Variant): Variant => ({ ...one, item: { ...one.item, timeMs: 90_000 } });
    const whole = { item: { ...item, timeMs: 90_000 }, secret };
    const variants = secret.variants?.map(timed) ?? [];
    return {
      ...lesson,
      activities: lesson.activities.map((activity) =>
        activity.slug === 'challenge' ? { ...activity, items: [whole.item] } : activity,
      ),
      secrets: new Map([...lesson.secrets, [id, new Secret({ ...secret, variants })]]),
    };
  });
}

function withFifthVariant(): Library {
  return changedLesson((lesson, { secret }) => {
    const { variants = [] } = secret;
    const [first] = variants;
    if (!first) throw new Error('The fixture has changed');
    const prompt: Rich = [['p', null, `How many are there with shown-${id}-5?`]];
    const fifth: Variant = { ...first, item: { ...first.item, prompt, version: 'a-fifth-variant' } };
    return {
      ...lesson,
      secrets: new Map([
        ...lesson.secrets,
        [id, new Secret({ ...secret, variants: [fifth, ...variants.toReversed()] })],
      ]),
    };
  });
}

async function classWith(teacher: SessionUser, student: SessionUser): Promise<string> {
  const classroomId = world.newId();
  const at = world.now();
  const classroom = { id: classroomId, name: `Class ${classroomId}`, joinCode: classroomId.padStart(8, '0') };
  await insertClassroom(db, { ...classroom, createdAt: at });
  await addMembership(db, { classroomId, userId: teacher.id, role: 'teacher', joinedAt: at });
  await addMembership(db, { classroomId, userId: student.id, role: 'student', joinedAt: at });
  return classroomId;
}

test('the fixture is what these tests take it for', () => {
  expect(plain.lessonById(fixtureLessonId)?.secrets.get(id)?.open().variants).toHaveLength(4);
  expect(itemType('number').mayVary).toBe(true);
});
