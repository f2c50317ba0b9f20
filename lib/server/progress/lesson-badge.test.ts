import { expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import { testWorld } from '#tests/people.ts';
import { workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { fixtureWith } from './testing/fixture-with.ts';

test.each([
  { isSilent: false, why: 'whose feedback comes at once' },
  { isSilent: true, why: 'whose feedback comes at its end' },
])('a challenge $why earns the badge of the whole lesson when it comes last', async ({ isSilent }) => {
  const library = fixtureWith({ isSilent, only: ['practice', 'challenge'], rule: 'lesson' });
  const world = testWorld(await testDatabase(), library);
  const { newUser, answer, sit } = workflow(world);
  const user = await newUser();
  for (const item of ['practice-order', 'practice-output']) await answer(user, 'practice', item, 'right');
  const { replies } = await sit(user, 'challenge', () => true);
  expect(replies.map(({ badge }) => badge?.id ?? null)).toEqual([null, 'fixture-badge']);
  expect(await listBadges(world.database.db, user.id)).toMatchObject([{ badgeId: 'fixture-badge' }]);
});
