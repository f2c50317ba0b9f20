import { expect, test } from 'vitest';
import { formFields } from '#lib/server/door/form-values.ts';
import { authoringWorld } from '#tests/authoring-world.ts';
import { addAuthor, edit, fixture } from '#tests/authors.ts';
import { testDatabase } from '#tests/world.ts';
import { checkDraft } from './check-draft.ts';
import { discardDraft } from './discard-draft.ts';
import { openDraft } from './open-draft.ts';
import { presenceMs, stayInLesson } from './present-authors.ts';
import { publishDraft } from './publish-draft.ts';
import { SaveDraftForm, saveLessonDraft } from './save-lesson-draft.ts';

const world = authoringWorld(await testDatabase());
const begun = { ...fixture, base: 0, name: 'try.mdx' };

test('a form as a page posts it is read; without a text it removes the file', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...begun, saves: 3, text: 'Words' }))
    form.set(name, String(value));
  expect(SaveDraftForm.parse(formFields(form))).toEqual({ ...begun, saves: 3, text: 'Words' });
  form.delete('text');
  expect(SaveDraftForm.parse(formFields(form)).text).toBeUndefined();
  form.set('track', '../elsewhere');
  expect(SaveDraftForm.safeParse(formFields(form)).success).toBe(false);
});

test('two pages of one author never overwrite each other in silence', async () => {
  const author = await addAuthor(world, 'two-pages');
  expect(await saveLessonDraft(world, author, { ...begun, saves: 0, text: 'From the desk' })).toMatchObject({
    value: { kind: 'saved', saves: 1 },
  });
  const late = { ...begun, saves: 0, text: 'From the train' };
  expect(await saveLessonDraft(world, author, late)).toEqual({
    ok: true,
    value: { kind: 'conflict', name: 'try.mdx', mine: 'From the train', theirs: 'From the desk', saves: 1 },
  });
  expect(await openDraft(world, author, fixture)).toMatchObject({
    value: { files: { 'try.mdx': 'From the desk' }, saves: 1 },
  });
  // Whoever has seen both may save theirs; and a reply that was lost is no conflict.
  expect(await saveLessonDraft(world, author, { ...late, saves: 1 })).toMatchObject({ value: { saves: 2 } });
  expect(await saveLessonDraft(world, author, { ...late, saves: 1 })).toMatchObject({
    value: { kind: 'saved' },
  });
  expect(await discardDraft(world, author, fixture)).toEqual({ ok: true, value: null });
  expect(await openDraft(world, author, fixture)).toMatchObject({ value: { saves: 0 } });
  expect(await discardDraft(world, author, fixture)).toEqual({ ok: false, reason: 'no-draft' });
});

test('authors of one lesson see each other for a minute, and not themselves', async () => {
  const ada = await addAuthor(world, 'ada');
  const ben = await addAuthor(world, 'ben');
  await edit(world, ada, 'try.mdx', (text) => `${text}\n`);
  expect(await saveLessonDraft(world, ben, { ...begun, saves: 0, text: 'Ben' })).toMatchObject({
    value: { others: ['ada'] },
  });
  expect(await stayInLesson(world, ada, fixture)).toEqual({ ok: true, value: ['ben'] });
  world.pass(presenceMs + 1);
  expect(await stayInLesson(world, ada, fixture)).toEqual({ ok: true, value: [] });
});

test.each([
  ['a way out of the folder', '../other/lesson.mdx'],
  ['the page of the track', 'track.mdx'],
  ['a program', 'run.mjs'],
  ['a hidden file', '.env'],
])('%s is no file of a lesson', async (_what, name) => {
  const author = await addAuthor(world, `names-${name.length}`);
  expect(await saveLessonDraft(world, author, { ...begun, saves: 0, name, text: 'x' })).toEqual({
    ok: false,
    reason: 'file-name',
  });
});

test('who writes no lessons does not see their keys', async () => {
  for (const role of ['student', 'teacher'] as const) {
    const user = await addAuthor(world, `is-${role}`, { role });
    expect(await openDraft(world, user, fixture)).toEqual({ ok: false, reason: 'not-found' });
    expect(await saveLessonDraft(world, user, { ...begun, saves: 0, text: 'x' })).toMatchObject({
      reason: 'not-found',
    });
    expect(await publishDraft(world, user, { ...fixture, saves: 1, reason: 'x' })).toMatchObject({
      reason: 'not-found',
    });
  }
});

test('ten megabytes are refused before they are compiled', async () => {
  const author = await addAuthor(world, 'pastes');
  const text = 'x'.repeat(10 * 1024 * 1024);
  expect(await saveLessonDraft(world, author, { ...begun, saves: 0, text })).toEqual({
    ok: false,
    reason: 'too-long',
  });
  expect(await checkDraft(world, author, { ...fixture, runs: false })).toEqual({
    ok: false,
    reason: 'no-draft',
  });
});
