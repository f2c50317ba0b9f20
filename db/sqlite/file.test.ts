import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '#db/client.ts';
import { engine } from '#db/columns.ts';
import { findServerFact, recordServerFact } from '#db/server-facts.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { assertUsable, DamagedFileError } from './file.ts';
import { restoreFile } from './restore.ts';

/** The path of a school's database that is closed, with one fact in it. */
async function school(fact: string): Promise<string> {
  const file = join(tempFolder('file'), 'surefoot.db');
  const database = openDatabase(`file:${file}`);
  await migrate(database);
  await recordServerFact(database.db, 'fact', fact);
  await database.close();
  return file;
}

async function factIn(file: string): Promise<string | undefined> {
  const database = openDatabase(`file:${file}`);
  try {
    return await findServerFact(database.db, 'fact');
  } finally {
    await database.close();
  }
}

const whole = { isWhole: true } as const;
const now = new Date('2026-11-29T10:20:30Z');

/** Overwrites the middle of the file, which holds pages of tables and none of the header. */
function scribble(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, Math.floor(bytes.length / 4), Math.floor(bytes.length / 2));
  writeFileSync(file, bytes);
}

const damages: { why: string; says: RegExp; damage: (file: string) => void }[] = [
  { why: '0 bytes', says: /is empty: it has 0 bytes/, damage: (file) => truncateSync(file, 0) },
  {
    why: 'another kind of file',
    says: /is not a SQLite database: its 200 bytes do not begin like one/,
    damage: (file) => writeFileSync(file, 'x'.repeat(200)),
  },
  {
    why: 'half of the file',
    says: /is cut off: it has 8192 bytes of \d{5,}/,
    damage: (file) => truncateSync(file, 8192),
  },
  { why: 'overwritten pages', says: /is damaged: .*(page|malformed)/i, damage: scribble },
];

describe.runIf(engine === 'sqlite')('a database file', () => {
  test('that is whole, or does not exist, is usable', async () => {
    await assertUsable(await school('kept'), whole);
    await assertUsable(join(tempFolder('file'), 'surefoot.db'), whole);
  });

  test.each(damages)('of which there is $why is refused, and stays as it is', async ({ says, damage }) => {
    const file = await school('lost');
    damage(file);
    const before = readFileSync(file);
    const refused = await assertUsable(file, whole).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DamagedFileError);
    expect(String(refused)).toMatch(says);
    expect(String(refused)).toContain(file);
    expect(String(refused)).toContain('npm run admin -- restore BACKUP-FILE');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('without tables is refused: it was copied without its log', async () => {
    const file = join(tempFolder('file'), 'surefoot.db');
    const database = openDatabase(`file:${file}`);
    await database.close();
    await expect(assertUsable(file, whole)).rejects.toThrow('has no tables of a school');
  });

  test('that is gone while its log is there is refused', async () => {
    const file = join(tempFolder('file'), 'surefoot.db');
    writeFileSync(`${file}-wal`, 'the latest answers');
    await expect(assertUsable(file, whole)).rejects.toThrow(/is missing, but .* is there/);
  });
});

describe.runIf(engine === 'sqlite')('restoring a backup', () => {
  test('replaces a damaged database and keeps what was there', async () => {
    const [file, backup] = [await school('damaged'), await school('backup')];
    scribble(file);
    const damaged = readFileSync(file);
    const kept = await restoreFile(file, backup, now);
    expect(await factIn(file)).toBe('backup');
    expect(readFileSync(join(kept ?? '', 'surefoot.db')).equals(damaged)).toBe(true);
  });

  test('moves the log of the old database away with it', async () => {
    const [file, backup] = [await school('old'), await school('backup')];
    truncateSync(file, 0);
    writeFileSync(`${file}-wal`, 'the latest answers');
    const kept = await restoreFile(file, backup, now);
    expect(readdirSync(kept ?? '').toSorted()).toEqual(['surefoot.db', 'surefoot.db-wal']);
    expect(await factIn(file)).toBe('backup');
  });

  test('into an empty folder keeps nothing', async () => {
    const file = join(tempFolder('file'), 'new', 'surefoot.db');
    expect(await restoreFile(file, await school('backup'), now)).toBeNull();
    expect(await factIn(file)).toBe('backup');
  });

  test('that is damaged itself changes nothing', async () => {
    const [file, backup] = [await school('present'), await school('backup')];
    scribble(backup);
    await expect(restoreFile(file, backup, now)).rejects.toThrow(
      'Choose another backup. Nothing was changed.',
    );
    expect(await factIn(file)).toBe('present');
  });

  test('is refused while a server has the database open', async () => {
    const [file, backup] = [await school('present'), await school('backup')];
    const server = openDatabase(`file:${file}`);
    await recordServerFact(server.db, 'fact', 'answered just now');
    await expect(restoreFile(file, backup, now)).rejects.toThrow('is in use. Stop the server');
    await server.close();
    expect(await factIn(file)).toBe('answered just now');
    expect(existsSync(`${file}.restoring`)).toBe(false);
  });

  test('leaves the backup as it was', async () => {
    const [file, backup] = [await school('present'), await school('backup')];
    const copy = `${backup}.copy`;
    copyFileSync(backup, copy);
    await restoreFile(file, backup, now);
    expect(readFileSync(backup).equals(readFileSync(copy))).toBe(true);
  });
});

test.runIf(engine === 'sqlite')('an open database that was overwritten no longer answers', async () => {
  const file = await school('kept');
  const database = openDatabase(`file:${file}`);
  await database.ping();
  // As the heartbeat does: readers then look at the file anew.
  await recordServerFact(database.db, 'fact', 'changed');
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size, 0xa5));
  closeSync(handle);
  await expect(database.ping()).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
  await database.close().catch(() => undefined);
});
