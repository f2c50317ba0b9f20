import { expect, test } from 'vitest';
import { findUserById } from '#db/users.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { ProfileForm, saveProfile } from './save-profile.ts';

const world = testWorld(await testDatabase());

function posted(fields: Record<string, string>) {
  const form = new FormData();
  const whole = { displayName: 'Ada', boardName: '', clockFactor: '1', timeZone: 'Europe/Berlin', ...fields };
  for (const [name, value] of Object.entries(whole)) form.append(name, value);
  return ProfileForm.safeParse(formFields(form));
}

test('what is chosen is kept, and nothing else that was posted', async () => {
  const { id } = await addPerson(world, { userName: 'ada' });
  const input = posted({
    onBoard: 'on',
    boardName: ' Countess ',
    clockFactor: '1.5',
    hidesStreak: 'on',
    role: 'admin',
    xp: '9',
  });
  if (input.success) await saveProfile(world, { id }, input.data);
  expect(await findUserById(world.database.db, id)).toMatchObject({
    onBoard: true,
    boardName: 'Countess',
    clockFactor: 1.5,
    hidesStreak: true,
    hidesPoints: false,
    role: 'student',
    xp: 0,
  });
});

test('an unticked box means hidden, an empty board name means none', () => {
  expect(posted({}).data).toMatchObject({ onBoard: false, boardName: null });
});

test.each([
  { sent: 'Asia/Calcutta', kept: 'Asia/Kolkata' },
  { sent: 'Europe/Kyiv', kept: 'Europe/Kyiv' },
])('the time zone $sent is kept as $kept', ({ sent, kept }) =>
  expect(posted({ timeZone: sent }).data?.timeZone).toBe(kept),
);

test.each([
  { clockFactor: '7' },
  { clockFactor: '' },
  { clockFactor: 'NaN' },
  { timeZone: 'Moon/Base' },
  { displayName: ' ' },
])('%j is refused', (fields) => expect(posted(fields).success).toBe(false));
