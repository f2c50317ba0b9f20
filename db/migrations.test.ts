import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/world.ts';
import { migrate, migrationsFolder } from './client.ts';
import { statementsOf } from './testing/statements-of.ts';

const database = await testDatabase();

test('the stored migrations create a database, and a second start changes nothing', async () => {
  await migrate(database);
  await expect(database.ping()).resolves.toBeUndefined();
});

test('the stored migrations match the tables; if not, run `npm run migrations`', async () => {
  const schema = readdirSync('db/schema').map((file) => import(`./schema/${file.replace(/\.ts$/, '')}.ts`));
  const tables = Object.assign({}, ...(await Promise.all(schema)));
  const last = readdirSync(join(migrationsFolder, 'meta'))
    .filter((file) => file.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const snapshot = JSON.parse(readFileSync(join(migrationsFolder, 'meta', last ?? ''), 'utf8'));
  expect(await statementsOf(tables, snapshot)).toEqual([]);
});
