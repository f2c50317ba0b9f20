import { expect, test } from 'vitest';
import { setDisabled } from '#db/users.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { badgePage } from './badge-page.ts';
import { ShareForm, shareBadge, sharedBadge, withdrawBadge } from './share-badge.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { newUser, sit } = workflow(world);
const badge = 'fixture-badge';

async function owner() {
  const user = await newUser({ displayName: 'Frieda Full Name' });
  await sit(user, 'challenge', () => true);
  return user;
}

const tokenOf = async (user: { id: string; timeZone: string }) =>
  (await badgePage(world, user, badge))?.share?.token ?? '';

test('a badge is seen by nobody until it is shared, then by everybody with the link', async () => {
  const user = await owner();
  expect(await badgePage(world, user, badge)).toMatchObject({
    share: null,
    badge: { name: 'Fixture Badge' },
  });
  expect(await sharedBadge(world, '')).toBeNull();
  const made = await shareBadge(world, user, { badge, name: 'F.' });
  expect(made).toEqual({ ok: true, value: await tokenOf(user) });
  const seen = await sharedBadge(world, await tokenOf(user));
  expect(seen).toMatchObject({
    name: 'F.',
    badge: 'Fixture Badge',
    rule: 'Given for every problem of the challenge right in one sitting.',
    lesson: 'The fixture',
    earnedAt: world.now(),
    timed: 'timed',
  });
  expect(JSON.stringify(seen)).not.toContain('Frieda');
  expect(JSON.stringify(seen)).not.toContain(user.id);
});

test('another name keeps the link, a withdrawn link is gone, and the next one differs', async () => {
  const user = await owner();
  await shareBadge(world, user, { badge, name: 'One' });
  const first = await tokenOf(user);
  expect(await shareBadge(world, user, { badge, name: 'Two' })).toEqual({ ok: true, value: first });
  expect(await tokenOf(user)).toBe(first);
  expect((await sharedBadge(world, first))?.name).toBe('Two');
  await withdrawBadge(world, user, { badge });
  expect(await sharedBadge(world, first)).toBeNull();
  await shareBadge(world, user, { badge, name: 'One' });
  expect(await tokenOf(user)).not.toBe(first);
  expect(await sharedBadge(world, first)).toBeNull();
});

test('only an earned badge can be shared, and nobody withdraws another’s', async () => {
  const [user, other] = [await owner(), await newUser()];
  expect(await shareBadge(world, other, { badge, name: 'Me' })).toEqual({ ok: false, reason: 'not-earned' });
  await shareBadge(world, user, { badge, name: 'Me' });
  await withdrawBadge(world, other, { badge });
  expect(await sharedBadge(world, await tokenOf(user))).not.toBeNull();
});

test('a disabled account shows nothing', async () => {
  const user = await owner();
  await shareBadge(world, user, { badge, name: 'Me' });
  const token = await tokenOf(user);
  await setDisabled(world.database.db, user.id, world.now());
  expect(await sharedBadge(world, token)).toBeNull();
});

test('the form wants a name', () => {
  const form = new FormData();
  form.append('badge', badge);
  form.append('name', '  ');
  expect(ShareForm.safeParse(formFields(form)).success).toBe(false);
  form.set('name', ' Ada  L. ');
  expect(ShareForm.parse(formFields(form))).toEqual({ badge, name: 'Ada L.' });
});
