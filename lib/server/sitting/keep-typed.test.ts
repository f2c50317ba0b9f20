import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { keepTyped } from './keep-typed.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const ada = await addPerson(world, { userName: 'ada' });

const input = {
  ...{ lesson: fixtureLessonId, activity: 'practice', sitting: 1, item: 'practice-output', version: 'v' },
  idempotencyKey: 'some key',
  fields: { text: ['forty-two'] },
};

/** Fills a database that may not grow any more. */
async function fillUp(): Promise<never> {
  const small = new Sqlite(':memory:');
  small.exec('PRAGMA max_page_count = 2; CREATE TABLE answers (text TEXT)');
  for (;;) small.prepare('INSERT INTO answers VALUES (?)').run('x'.repeat(1_000));
}

test('a full disk becomes a reply that holds what was typed', async () => {
  const reply = await keepTyped(fillUp)(world, ada, input);
  expect(reply).toEqual({
    ok: true,
    value: {
      kind: 'unsaved',
      itemId: 'practice-output',
      message: expect.stringMatching(/disk of the school’s server is full.*Nothing you typed is lost/),
      draft: expect.objectContaining({ text: 'forty-two' }),
    },
  });
});

test('a bug is thrown', async () => {
  const bug = async () => {
    throw new TypeError('Cannot read properties of undefined');
  };
  await expect(keepTyped(bug)(world, ada, input)).rejects.toThrow(TypeError);
});
