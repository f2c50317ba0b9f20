import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listNotes } from '#db/notes.ts';
import { users } from '#db/schema/users.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { myLessonNotes, myNotes, notablePassages, notesFile } from './my-notes.ts';
import { deleteNote, NoteForm, saveNote } from './save-note.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { newUser } = workflow(world);
const lesson = 'fixture-lesson';
const begins = 'introduction#s-where-it-begins';

test('a note is written on a passage, replaced, and removed; without text it is a bookmark', async () => {
  const user = await newUser();
  expect(await saveNote(world, user, { lesson, passage: begins, body: 'Ask ops' })).toMatchObject({
    ok: true,
  });
  await saveNote(world, user, { lesson, passage: 'try', body: '' });
  await saveNote(world, user, { lesson, passage: begins, body: 'Ask them again' });
  expect(await myNotes(world, user)).toMatchObject([
    {
      title: 'The fixture',
      notes: [
        {
          title: 'Where it begins (Introduction)',
          href: '/tracks/fixture-track/fixture#s-where-it-begins',
          body: 'Ask them again',
        },
        { title: 'Try', href: '/tracks/fixture-track/fixture/try', body: '' },
      ],
    },
  ]);
  await deleteNote(world, user, { lesson, passage: begins });
  expect((await myLessonNotes(world, user, lesson)).map(({ title }) => title)).toEqual(['Try']);
});

test('a passage that does not exist takes no note', async () => {
  const user = await newUser();
  for (const passage of ['introduction#s-nowhere', 'nothing', 'test', ''])
    expect(await saveNote(world, user, { lesson, passage, body: 'x' })).toEqual({
      ok: false,
      reason: 'no-passage',
    });
  expect(await saveNote(world, user, { lesson: 'gone', passage: 'try', body: 'x' })).toMatchObject({
    ok: false,
  });
});

test('nobody sees or removes the notes of another, and they go with the account', async () => {
  const [user, other] = [await newUser(), await newUser()];
  await saveNote(world, user, { lesson, passage: begins, body: 'mine' });
  expect(await myNotes(world, other)).toEqual([]);
  await deleteNote(world, other, { lesson, passage: begins });
  expect(await myNotes(world, user)).toHaveLength(1);
  await world.database.db.delete(users).where(eq(users.id, user.id));
  expect(await listNotes(world.database.db, user.id)).toEqual([]);
});

test('the file has every note with its address and day', async () => {
  const user = await newUser();
  await saveNote(world, user, { lesson, passage: begins, body: 'Ask ops' });
  expect(await notesFile(world, user, 'https://school.example')).toBe(
    '# My notes\n\n## The fixture\n\n### Where it begins (Introduction)\n\n2026-11-22, <https://school.example/tracks/fixture-track/fixture#s-where-it-begins>\n\nAsk ops\n',
  );
});

test('the form offers the passages of an activity', async () => {
  const passages = await notablePassages(world, lesson, 'introduction');
  expect(passages[0]).toEqual({ passage: 'introduction', title: 'Introduction, as a whole' });
  expect(passages).toContainEqual({ passage: begins, title: 'Where it begins' });
  expect(await notablePassages(world, lesson, 'nothing')).toEqual([]);
});

test('the form takes text of up to 4,000 characters, as browsers send it', () => {
  const posted = (body: string) => {
    const form = new FormData();
    form.append('lesson', lesson);
    form.append('passage', begins);
    form.append('body', body);
    return NoteForm.safeParse(formFields(form));
  };
  expect(posted(' one\r\ntwo ').data?.body).toBe('one\ntwo');
  expect(posted('x'.repeat(4000)).success).toBe(true);
  expect(posted('x'.repeat(4001)).success).toBe(false);
});
