import { afterEach, expect, test, vi } from 'vitest';
import { ownsTrack } from '#db/track-authors.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { changeTrackAuthors } from './track-authors.ts';

afterEach(() => vi.restoreAllMocks());

test('an author is given a track and loses it; others cannot own one', async () => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => printed.push(text));
  const world = testWorld(await testDatabase());
  const author = await addPerson(world, { userName: 'grace', displayName: 'Grace', role: 'author' });
  await addPerson(world, { userName: 'tom', displayName: 'Tom', role: 'student' });
  const owns = () => ownsTrack(world.database.db, author.id, 'mlops');

  expect(await changeTrackAuthors(world, 'mlops', { add: 'Grace' })).toBe(0);
  expect(await changeTrackAuthors(world, 'mlops', { add: 'grace' })).toBe(0);
  expect(await owns()).toBe(true);
  expect(await changeTrackAuthors(world, 'mlops', { add: 'tom' })).toBe(1);
  expect(await changeTrackAuthors(world, 'mlops', { add: 'nobody' })).toBe(1);
  expect(await changeTrackAuthors(world, 'mlops', { remove: 'grace' })).toBe(0);
  expect(await owns()).toBe(false);
  expect(await changeTrackAuthors(world, 'mlops', { remove: 'grace' })).toBe(1);
  expect(printed).toEqual([
    'mlops is owned by Grace.',
    'mlops is owned by Grace.',
    'Tom is student. First run: set-role tom author',
    'Nobody signs in as "nobody". The user name is the one typed on the sign-in page.',
    'Nobody owns mlops; admins may publish on it.',
    'Grace does not own mlops.',
  ]);
});
