import { expect, test } from 'vitest';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { sampleQuestion } from './sample-question.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());

test('after the question of first contact more of the lesson’s questions follow, not its text', async () => {
  const sample = await sampleQuestion(world, null, world.now());
  expect(sample?.more).toEqual({ title: 'Practice', href: '/tracks/fixture-track/fixture/practice' });
});
