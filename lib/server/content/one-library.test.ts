import { expect, test } from 'vitest';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { withOneLibrary } from './one-library.ts';

test('a lesson that is published in the midst of an answer refuses none', async () => {
  const world = testWorld(await testDatabase());
  // Each look sees the content of another moment, with items that are equal and not the same.
  world.library = async () => fixtureLibrary();
  const { newUser } = workflow(world);
  const student = await newUser();
  const { contextOf, answer } = workflow(withOneLibrary(world));
  const page = await contextOf(student, 'try');
  expect(recorded(await answer(student, page, 'try-1', 'right')).gained).toBe(4);
});
