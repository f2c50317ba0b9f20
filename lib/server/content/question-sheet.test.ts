import { expect, test } from 'vitest';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { questionSheet } from './question-sheet.ts';

const library = fixtureLibrary();
const world = { library: async () => library, now: () => new Date('2026-11-22T10:00:00Z') };
const practice = { track: 'fixture-track', lesson: 'fixture', activity: 'practice' };
const secretsIn = (value: unknown) => canaries.filter((word) => JSON.stringify(value).includes(word));

test.each(['author', 'teacher', 'admin'] as const)(
  '%s: all questions, with answers only if asked',
  async (role) => {
    const asked = await questionSheet(world, { role }, practice, false);
    const answered = await questionSheet(world, { role }, practice, true);
    const activity = library
      .lesson('fixture-track', 'fixture')
      ?.activities.find(({ slug }) => slug === 'practice');
    expect(asked?.items.map(({ id }) => id)).toEqual(activity?.items.map(({ id }) => id));
    expect(secretsIn(asked)).toEqual([]);
    expect(secretsIn(answered)).not.toEqual([]);
  },
);

test.each([{ role: 'student' }, { role: 'guest' }, null] as const)('%o: nothing', async (user) => {
  expect(await questionSheet(world, user, practice, false)).toBeNull();
  expect(await questionSheet(world, user, practice, true)).toBeNull();
});

test.each(['test', 'no-such-activity'])('there is no sheet of %s', async (activity) => {
  expect(await questionSheet(world, { role: 'admin' }, { ...practice, activity }, true)).toBeNull();
});
