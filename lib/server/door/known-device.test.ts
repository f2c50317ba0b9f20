import { expect, test } from 'vitest';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { deviceMaxAgeMs, knownDevice, withKnownDevice } from './known-device.ts';
import { newSession } from './session-token.ts';

const world = testWorld(await testDatabase());
const ada = await addPerson(world, { userName: 'ada' });
const eve = await addPerson(world, { userName: 'eve' });
const cookieOf = (user: typeof ada, before?: string) =>
  withKnownDevice(world, before, newSession(user, world.now()));

test('a device is known to the user who signed in on it, and to nobody else', () => {
  const cookie = cookieOf(ada);
  expect(knownDevice(world, cookie, ada)).toEqual(expect.any(String));
  expect(knownDevice(world, cookie, eve)).toBeNull();
  expect(knownDevice({ ...world, secret: 'another secret, also long enough' }, cookie, ada)).toBeNull();
});

test('on a shared computer several users are known, and the device stays the same one for each', () => {
  const both = cookieOf(eve, cookieOf(ada));
  const again = cookieOf(ada, both);
  for (const user of [ada, eve]) {
    expect(knownDevice(world, both, user)).toEqual(expect.any(String));
    expect(knownDevice(world, again, user)).toBe(knownDevice(world, both, user));
  }
  expect(again.split('~')).toHaveLength(2);
});

test('the cookie stays short: the ninth user takes the place of the first', async () => {
  let cookie = cookieOf(ada);
  for (let n = 0; n < 8; n += 1)
    cookie = cookieOf(await addPerson(world, { userName: `person-${n}` }), cookie);
  expect(knownDevice(world, cookie, ada)).toBeNull();
  expect(cookie.length).toBeLessThan(1200);
});

test('a device is forgotten after half a year', () => {
  const cookie = cookieOf(ada);
  world.pass(deviceMaxAgeMs);
  expect(knownDevice(world, cookie, ada)).not.toBeNull();
  world.pass(1);
  expect(knownDevice(world, cookie, ada)).toBeNull();
});

test('a later date of issue needs a signature of its own', () => {
  const [deviceId, issued = '', signature] = cookieOf(ada).split('.');
  const later = (Number.parseInt(issued, 36) + 1).toString(36);
  expect(knownDevice(world, `${deviceId}.${later}.${signature}`, ada)).toBeNull();
});

test.each(['', '~', '..', 'a.b.c', '~~~~', 'x'.repeat(10_000), '%', '{}'])(
  'nonsense is no device: %#',
  (cookie) => expect(knownDevice(world, cookie, ada)).toBeNull(),
);
