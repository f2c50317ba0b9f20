import { expect, test, vi } from 'vitest';
import { authoringWorld } from '#tests/authoring-world.ts';
import { addAuthor, edit, fixture } from '#tests/authors.ts';
import { testDatabase } from '#tests/world.ts';
import { previewDraft } from './preview-draft.ts';

// Compiling takes a second, and many times that on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const world = authoringWorld(await testDatabase());
const address = { ...fixture, activity: 'try', key: undefined };

test('the author sees the draft, and of its questions only the key that is asked for', async () => {
  const author = await addAuthor(world, 'previews');
  await edit(world, author, 'lesson.mdx', (text) => `${text}\n\nOnly in the draft.\n`);
  const first = await previewDraft(world, author, { ...address, activity: 'introduction' });
  expect(JSON.stringify(first)).toContain('Only in the draft.');
  const shown = await previewDraft(world, author, address);
  if (!shown.ok || shown.value.kind !== 'page') throw new Error('The draft is not shown');
  const [one, two] = shown.value.items;
  if (!one || !two) throw new Error('There are no questions');
  const asked = await previewDraft(world, author, { ...address, key: one.id });
  if (!asked.ok || asked.value.kind !== 'page') throw new Error('The draft is not shown');
  const pool = await previewDraft(world, author, { ...address, activity: 'test' });
  const served = (await world.library()).lesson(fixture.track, fixture.lesson)?.pool.map(({ id }) => id);
  expect(pool.ok && pool.value.kind === 'page' && pool.value.items.map(({ id }) => id)).toEqual(served);
  expect(shown.value.items.map(({ state }) => state.settled)).not.toContain(true);
  expect(asked.value.items.filter(({ state }) => state.settled).map(({ id }) => id)).toEqual([one.id]);
});

test('a draft that does not compile is shown as what keeps it', async () => {
  const author = await addAuthor(world, 'mistakes');
  await edit(world, author, 'try.mdx', (text) => `${text}\n<Choice>\n`);
  const preview = await previewDraft(world, author, address);
  if (!preview.ok || preview.value.kind !== 'faulty') throw new Error('The draft is shown');
  expect(preview.value.findings.map(({ file }) => file)).toContain('try.mdx');
});

test('nobody else sees it, and there is no activity that was not written', async () => {
  for (const role of ['student', 'teacher'] as const) {
    const user = await addAuthor(world, `previews-as-${role}`, { role });
    expect(await previewDraft(world, user, address)).toEqual({ ok: false, reason: 'not-found' });
  }
  const author = await addAuthor(world, 'looks');
  expect(await previewDraft(world, author, { ...address, activity: 'nothing' })).toMatchObject({
    reason: 'not-found',
  });
});
