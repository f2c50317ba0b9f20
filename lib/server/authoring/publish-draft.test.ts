import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findDraft } from '#db/drafts.ts';
import { addRevision } from '#db/lesson-revisions.ts';
import { alias } from '#lib/chance/chance.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import type { Track } from '#lib/lesson/lesson.ts';
import { saveDraft } from '#lib/server/draft/save-draft.ts';
import { readArchive } from '#lib/server/exchange/read-archive.ts';
import { idempotencyKeyFor, shownVersion } from '#lib/sitting/served-item.ts';
import { type AuthoringTestWorld, authoringWorld, courseFolder } from '#tests/authoring-world.ts';
import { addAuthor, edit, fixture } from '#tests/authors.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { inFixture, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { checkDraft } from './check-draft.ts';
import { compareRevisions } from './compare-revisions.ts';
import { exportLesson } from './export-lesson.ts';
import { listLessons } from './list-lessons.ts';
import { listRevisions } from './list-revisions.ts';
import { publishDraft } from './publish-draft.ts';
import { restoreRevision } from './restore-revision.ts';

// Compiling takes a second, and many times that on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const otherWords = (text: string) => text.replace('At the beginning.', 'At the very beginning.');
const textOf = async (world: AuthoringTestWorld) =>
  JSON.stringify((await world.library()).lesson('fixture-track', 'fixture')?.activities[0]?.body);

/** Two processes of one server with a database of their own. */
async function processes() {
  const database = await testDatabase();
  const folders = { contentDir: courseFolder(), folder: tempFolder('compiled') };
  const [here, there] = [authoringWorld(database, folders), authoringWorld(database, folders)];
  return { database, db: database.db, here, there, ...folders };
}

test('what is published is served by every process while a sitting goes on, and can be taken back', async () => {
  const { db, here, there } = await processes();
  const author = await addAuthor(here, 'marguerite');
  const { newUser, answer, contextOf, itemOf } = workflow(there);
  const student = await newUser();
  const page = await contextOf(student, 'try');
  const { item: old } = await itemOf('try-1');
  const { item: same } = await itemOf('try-2');

  // The student has begun to answer both questions.
  const typed = async (item: typeof old) => {
    const names = alias(`${page.seed}/${item.id}`);
    const saved = await saveDraft(there, student, {
      ...inFixture('try'),
      sitting: page.address.ordinal,
      item: item.id,
      version: shownVersion(item, page.seed),
      key: idempotencyKeyFor(page.address, item.id, 0),
      device: 'a desk',
      turn: 1,
      base: 0,
      fields: { option: [names('yes')] },
    });
    expect(saved.ok).toBe(true);
  };
  await typed(old);
  await typed(same);

  await edit(here, author, 'lesson.mdx', otherWords);
  const saves = await edit(here, author, 'try.mdx', (text) => text.replace('Is try-1 so?', 'Is it so?'));
  expect(await publishDraft(here, author, { ...fixture, saves, reason: 'Clearer words' })).toMatchObject({
    ok: true,
    value: { kind: 'published', number: 1, check: { edits: [{ itemId: 'try-1', kind: 'wording' }] } },
  });
  expect(await textOf(here)).toContain('At the very beginning.');
  expect(await textOf(there)).not.toContain('At the very beginning.');
  await there.content.follow(db);
  expect(await textOf(there)).toContain('At the very beginning.');

  // From the page that was loaded before: an item that is the same is graded, one that has changed is not.
  const stale = { page, item: old, idempotencyKey: 'stale-key', answer: yes };
  expect(await postAnswer(there, student, stale)).toMatchObject({ ok: false, reason: 'stale' });
  const sitting = (await contextOf(student, 'try')).open?.id ?? '';
  expect(await findDraft(db, sitting, 'try-1')).toBeDefined();
  expect(await findDraft(db, sitting, 'try-2')).toBeDefined();
  expect(await answer(student, page, 'try-2', 'right')).toMatchObject({
    ok: true,
    value: { kind: 'recorded', item: { state: { solved: true } } },
  });
  // The page loaded anew has the new words, and its answer counts.
  expect(await answer(student, 'try', 'try-1', 'right')).toMatchObject({
    ok: true,
    value: { kind: 'recorded', item: { state: { solved: true } } },
  });

  const restored = await restoreRevision(here, author, { ...fixture, number: 0, reason: 'It was better' });
  expect(restored).toMatchObject({ ok: true, value: { kind: 'published', number: 2 } });
  expect(await textOf(here)).not.toContain('At the very beginning.');
  expect(await listRevisions(here, author, fixture)).toMatchObject({
    ok: true,
    value: [
      { number: 2, restores: 0, reason: 'It was better', authorName: 'marguerite' },
      { number: 1, restores: null, reason: 'Clearer words' },
    ],
  });
  expect(await compareRevisions(here, author, { ...fixture, from: 0, to: 1 })).toMatchObject({
    ok: true,
    value: [
      { name: 'lesson.mdx', kind: 'changed' },
      { name: 'try.mdx', hunks: [{ lines: expect.arrayContaining([{ kind: 'added', text: 'Is it so?' }]) }] },
    ],
  });
});

test('a draft with an error is not published, and says at which line it is', async () => {
  const { here } = await processes();
  const author = await addAuthor(here, 'author');
  const saves = await edit(here, author, 'try.mdx', (text) =>
    text.replace('objective="first"', 'objective="third"'),
  );
  const finding = { file: 'try.mdx', line: 1, severity: 'error', message: expect.stringContaining('third') };
  expect(await checkDraft(here, author, { ...fixture, runs: false })).toMatchObject({
    ok: true,
    value: { findings: [finding] },
  });
  expect(await publishDraft(here, author, { ...fixture, saves, reason: 'Another aim' })).toMatchObject({
    ok: true,
    value: { kind: 'faulty', check: { findings: [finding] } },
  });
  expect(await listRevisions(here, author, fixture)).toEqual({ ok: true, value: [] });
});

test('a revision that does not compile here is passed over, and the rest is served', async () => {
  const { database, db, here, there, contentDir } = await processes();
  const author = await addAuthor(here, 'author');
  const saves = await edit(here, author, 'lesson.mdx', otherWords);
  await publishDraft(here, author, { ...fixture, saves, reason: 'Good' });
  const broken = { 'lesson.mdx': 'No front matter at all' };
  await database.transaction((tx) =>
    addRevision(
      tx,
      {
        ...fixture,
        files: broken,
        authorId: author.id,
        authorName: 'author',
        ...{ approvedBy: null, approverName: null, reason: 'Broken', restores: null },
        publishedAt: here.now(),
        deployedHash: '',
        edits: [],
      },
      1,
    ),
  );
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await there.content.follow(db);
  expect(await textOf(there)).toContain('At the very beginning.');
  expect(reported).toHaveBeenCalledWith(expect.stringContaining('Revision 2 of fixture-track/fixture'));
  await here.content.follow(db);
  expect(await textOf(here)).toContain('At the very beginning.');
  reported.mockRestore();

  const filesOnly = authoringWorld(database, { contentDir, mode: 'files' });
  await filesOnly.content.follow(db);
  expect(await textOf(filesOnly)).not.toContain('At the very beginning.');
  const next = await edit(filesOnly, author, 'lesson.mdx', otherWords);
  expect(await publishDraft(filesOnly, author, { ...fixture, saves: next, reason: 'No' })).toEqual({
    ok: false,
    reason: 'files-only',
  });
});

const secondLesson = `---
id: second-lesson
title: The second
summary: It exists in the database alone.
objectives:
  - id: second-main
    text: Say what is second
prerequisites: [fixture]
authors: [The tests]
sources:
  - title: Nothing in particular
    url: https://example.org/
updated: 2026-11-22
---

Zwei Wörter.
`;

test('a lesson that is only in the database is listed in its track, and exported byte for byte', async () => {
  const { db, here, there, contentDir } = await processes();
  const author = await addAuthor(here, 'author');
  const second = { track: fixture.track, lesson: 'second' };
  const saves = await edit(here, author, 'lesson.mdx', () => secondLesson, second);
  expect(await publishDraft(here, author, { ...second, saves, reason: 'More' })).toMatchObject({
    ok: true,
    value: { kind: 'published', number: 1 },
  });
  await there.content.follow(db);
  const track: Track | undefined = (await there.library()).track(fixture.track);
  expect(track?.lessons.map(({ slug }) => slug)).toEqual(['fixture', 'second']);

  const exported = await exportLesson(there, author, second);
  if (!exported.ok) throw new Error('It was not exported');
  expect(exported.value.name).toBe('fixture-track-second.zip');
  const archive = await readArchive(exported.value.bytes);
  if (!archive.ok) throw new Error(archive.problem);
  expect([...archive.files.keys()]).toEqual(['fixture-track/second/lesson.mdx']);
  expect(Buffer.from(archive.files.get('fixture-track/second/lesson.mdx') ?? []).toString()).toBe(
    secondLesson,
  );
  // Of a lesson that was published, and of one that is on disk alone, the bytes are those of the files.
  const onDisk = await exportLesson(there, author, fixture);
  if (!onDisk.ok) throw new Error('It was not exported');
  const disk = await readArchive(onDisk.value.bytes);
  if (!disk.ok) throw new Error(disk.problem);
  expect(disk.files.size).toBeGreaterThan(4);
  for (const [name, bytes] of disk.files)
    expect(Buffer.from(bytes).equals(readFileSync(join(contentDir, name)))).toBe(true);

  expect(await listLessons(there, author)).toMatchObject({
    ok: true,
    value: [
      { lesson: '_track', title: 'The fixture track', revision: { number: 1 }, isFilesNewer: false },
      { lesson: 'fixture', revision: null, draftAt: null, health: { errors: 0 } },
      { lesson: 'second', title: 'The second', may: 'publish', revision: { authorName: 'author' } },
    ],
  });
});
