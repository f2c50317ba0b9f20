import { describe, expect, test } from 'vitest';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { reportsPerDay } from '#lib/item/problem-report.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { startSitting } from '#lib/server/sitting/start-sitting.ts';
import { shownVersion } from '#lib/sitting/served-item.ts';
import { canaries, fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { itemReports, reportsByUser } from './item-reports.ts';
import { ReportForm, reportItem } from './report-item.ts';
import { resolveReport } from './resolve-report.ts';

const database = await testDatabase();
const { db } = database;
const world = testWorld(database, fixtureLibrary());
const { newUser, itemOf, contextOf, answer } = workflow(world);

/** Posts the form that stands under an item. */
async function report(
  user: SessionUser,
  activity: string,
  itemId: string,
  more: { kind?: string; note?: string; version?: string } = {},
) {
  const page = await contextOf(user, activity);
  const found = await itemOf(itemId);
  const form = new FormData();
  const fields = {
    lesson: fixtureLessonId,
    activity,
    sitting: String(page.address.ordinal),
    item: itemId,
    version: shownVersion(found.item, page.seed),
    key: 'left out',
    kind: 'unclear',
    note: '',
    ...more,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return reportItem(world, user, ReportForm.parse(formFields(form)));
}

async function classWith(teacher: SessionUser, student: SessionUser): Promise<void> {
  const id = world.newId();
  const at = world.now();
  await insertClassroom(db, { id, name: `Class ${id}`, joinCode: id.padStart(8, '0'), createdAt: at });
  await addMembership(db, { classroomId: id, userId: teacher.id, role: 'teacher', joinedAt: at });
  await addMembership(db, { classroomId: id, userId: student.id, role: 'student', joinedAt: at });
}

const settledBy = (user: SessionUser, id: string, reply: string) =>
  resolveReport(world, user, { report: id, reply });

describe('what is kept', () => {
  test('the item as it stood before this person, with answer, verdict and version', async () => {
    const [user, author] = [await newUser(), await newUser({ role: 'author' })];
    const page = await contextOf(user, 'try');
    const found = await itemOf('try-1');
    await answer(user, 'try', 'try-1', no);
    const sent = await report(user, 'try', 'try-1', { kind: 'wrong-key', note: ' It says so. ' });
    expect(sent).toEqual({
      ok: true,
      value: { itemId: 'try-1', kind: 'wrong-key', note: 'It says so.', reply: null },
    });
    const [read] = (await itemReports(world, author)) ?? [];
    expect(read).toMatchObject({
      where: 'The fixture, Try',
      href: '/tracks/fixture-track/fixture/try',
      source: `${found.item.source.file}:${found.item.source.line}`,
      isOutdated: false,
      name: null,
      report: {
        answer: { options: ['no'] },
        verdict: 'wrong',
        itemVersion: found.item.version,
        seed: page.seed,
        shown: { id: 'try-1', state: { used: 1, solved: false } },
      },
    });
    // The person had seen why «no» is wrong, and nothing else.
    const told = canaries.filter((word) => JSON.stringify(read?.report.shown).includes(word));
    expect(told).toEqual(['canary-try-1-feedback-no']);
  });

  test('said again it takes the place of what was said; settled, a new one begins', async () => {
    const [user, author] = [await newUser(), await newUser({ role: 'author' })];
    await report(user, 'try', 'try-2', { kind: 'typo', note: 'first' });
    await report(user, 'try', 'try-2', { kind: 'unclear', note: 'second' });
    const own = async () =>
      ((await itemReports(world, author)) ?? []).filter((one) => one.report.userId === user.id);
    expect((await own()).map(({ report: { note } }) => note)).toEqual(['second']);
    const id = (await own())[0]?.report.id ?? '';
    expect(await settledBy(author, id, 'Mended.')).toEqual({ ok: true, value: null });
    expect(await reportsByUser(world, user.id, fixtureLessonId)).toEqual([
      { itemId: 'try-2', kind: 'unclear', note: 'second', reply: 'Mended.' },
    ]);
    expect(await settledBy(author, id, 'Twice.')).toEqual({ ok: false, reason: 'settled' });
    world.pass(1000);
    await report(user, 'try', 'try-2', { note: 'third' });
    expect((await own()).map(({ report: { note } }) => note)).toEqual(['third', 'second']);
  });

  test('200 at once leave one', async () => {
    const [user, author] = [await newUser(), await newUser({ role: 'author' })];
    await Promise.all(
      Array.from({ length: 200 }, (_, at) => report(user, 'try', 'try-1', { note: `${at}` })),
    );
    const own = ((await itemReports(world, author)) ?? []).filter((one) => one.report.userId === user.id);
    expect(own).toHaveLength(1);
  });
});

describe('what is refused', () => {
  test('a question of the pool that this person was not shown, or an older version', async () => {
    const user = await newUser();
    await startSitting(world, user, inFixture('test'));
    const { open } = await contextOf(user, 'test');
    const shown = open?.itemIds[0] ?? '';
    expect(await report(user, 'test', shown)).toMatchObject({ ok: true });
    expect(await report(user, 'test', shown, { version: 'guessed' })).toEqual({ ok: false, reason: 'stale' });
    expect(await report(user, 'practice', 'try-1')).toEqual({ ok: false, reason: 'not-found' });
  });

  test('more than there are reports in a day', async () => {
    const [user, author] = [await newUser(), await newUser({ role: 'author' })];
    for (let sent = 0; sent < reportsPerDay; sent++) {
      expect(await report(user, 'try', 'try-1')).toMatchObject({ ok: true });
      const [newest] = ((await itemReports(world, author)) ?? []).filter(
        (one) => one.report.userId === user.id && !one.report.settledAt,
      );
      await settledBy(author, newest?.report.id ?? '', '');
    }
    expect(await report(user, 'try', 'try-1')).toEqual({ ok: false, reason: 'too-many' });
    world.pass(24 * 60 * 60_000 + 1);
    expect(await report(user, 'try', 'try-1')).toMatchObject({ ok: true });
  });

  test.each([
    { fields: { kind: ['boredom'] }, field: 'kind' },
    { fields: { note: ['x'.repeat(1001)] }, field: 'note' },
  ])('a form with a bad $field', ({ fields, field }) => {
    const whole = { lesson: ['l'], activity: ['a'], sitting: ['1'], item: ['i'], version: ['v'] };
    const { error } = ReportForm.safeParse({ ...whole, kind: ['typo'], note: [''], ...fields });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('who sees it', () => {
  test('teachers of the person by name, authors and admins without; nobody else', async () => {
    const [user, teacher, stranger] = [
      await newUser(),
      await newUser({ role: 'teacher' }),
      await newUser({ role: 'teacher' }),
    ];
    const [author, admin] = [await newUser({ role: 'author' }), await newUser({ role: 'admin' })];
    await classWith(teacher, user);
    await report(user, 'try', 'try-1');
    const seen = async (who: SessionUser) =>
      (await itemReports(world, who))?.filter((one) => one.report.userId === user.id);
    expect(await seen(teacher)).toMatchObject([{ name: user.displayName, source: null }]);
    expect(await seen(author)).toMatchObject([{ name: null }]);
    expect(await seen(admin)).toMatchObject([{ name: null }]);
    expect(await seen(stranger)).toEqual([]);
    expect(await seen(user)).toBeUndefined();
    const id = (await seen(author))?.[0]?.report.id ?? '';
    for (const who of [stranger, user, { ...teacher, role: 'student' as const }])
      expect(await settledBy(who, id, '')).toEqual({ ok: false, reason: 'not-found' });
    expect(await settledBy(teacher, id, 'Seen.')).toEqual({ ok: true, value: null });
  });
});
