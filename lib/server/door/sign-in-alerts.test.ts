import { expect, test } from 'vitest';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { attacksNow, failuresFrom, reportFailure } from './sign-in-alerts.ts';
import { throttleWindowMs } from './throttle.ts';

const world = testWorld(await testDatabase());
const ada = await addPerson(world, { userName: 'ada' });

test('many wrong passwords are a line in the log, and few more lines however many follow', async () => {
  const lines: string[] = [];
  for (let n = 0; n < 30; n += 1)
    await reportFailure(world, ada, `203.0.113.${n % 3}`, (line) => lines.push(line));
  expect(lines).toEqual(['sign-in: 20 wrong passwords for ada within an hour']);
  expect(await attacksNow(world.database.db, world.now())).toEqual({ accounts: 1, addresses: 0 });
});

test('names that belong to nobody are not logged, the address is', async () => {
  const lines: string[] = [];
  for (let n = 0; n < 100; n += 1)
    await reportFailure(world, undefined, '198.51.100.9', (line) => lines.push(line));
  expect(lines).toEqual(['sign-in: 100 wrong passwords from 198.51.100.9 within an hour']);
  expect(await failuresFrom(world, '198.51.100.9')).toBe(100);
  expect(await attacksNow(world.database.db, world.now())).toEqual({ accounts: 1, addresses: 1 });
  world.pass(throttleWindowMs);
  expect(await attacksNow(world.database.db, world.now())).toEqual({ accounts: 0, addresses: 0 });
});
