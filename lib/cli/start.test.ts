import { execFile } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { freePort } from './serve/free-port.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  /** What was printed on standard error, by line. */
  readonly lines: readonly string[];
}

type Variables = Readonly<Record<string, string>>;

/** Runs `npm start` without npm until it fails. */
async function start(variables: Variables): Promise<Ended> {
  const own = { DATA_DIR: tempFolder('start'), PORT: String(await freePort()), HOSTNAME: '127.0.0.1' };
  const none = { DATABASE_URL: '', AUTH_SECRET: '', PUBLIC_URL: '', CONTENT_DIR: '', DEBUG: '' };
  const env = { ...process.env, ...none, ...own, ...variables };
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'lib/cli/start.ts'];
    execFile(process.execPath, command, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, lines: stderr.split('\n').filter(Boolean) }),
    );
  });
}

const open: Server[] = [];
afterAll(() => {
  for (const server of open) server.close();
});

async function takenPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  open.push(server);
  const address = server.address();
  return String(typeof address === 'object' ? address?.port : '');
}

function file(size = 0): string {
  const path = join(tempFolder('start'), 'surefoot.db');
  writeFileSync(path, '');
  truncateSync(path, size);
  return path;
}

const cases: { why: string; variables: () => Variables | Promise<Variables>; says: RegExp }[] = [
  {
    why: 'a port that is taken',
    variables: async () => ({ PORT: await takenPort() }),
    says: /^Port \d+ is in use\. .*set PORT to another number\.$/,
  },
  {
    why: 'an address of another machine',
    variables: () => ({ HOSTNAME: '192.0.2.1' }),
    says: /^Surefoot cannot listen on 192\.0\.2\.1 .*Set HOSTNAME to an address of this machine/,
  },
  {
    why: 'a missing folder of lessons',
    variables: () => ({ CONTENT_DIR: '/nowhere/lessons' }),
    says: /^There is no folder \/nowhere\/lessons\. Set CONTENT_DIR to/,
  },
  {
    why: 'a file as data folder',
    variables: () => ({ DATA_DIR: file() }),
    says: /^DATA_DIR is .*, which is a file\. Set DATA_DIR to a folder\.$/,
  },
  {
    why: 'a data folder that cannot be made',
    variables: () => ({ DATA_DIR: join(file(), 'data') }),
    says: /^DATA_DIR is .*a part of this path is a file\. Set DATA_DIR to a folder\.$/,
  },
  {
    why: 'a PostgreSQL that does not answer',
    variables: async () => ({
      DATABASE_URL: `postgres://ada:quiet-lanterns@127.0.0.1:${await freePort()}/x`,
    }),
    says: /^No PostgreSQL answers at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\. Start it, or correct .* in DATABASE_URL\.$/,
  },
  {
    why: 'an address of another kind of database',
    variables: () => ({ DATABASE_URL: 'mysql://ada:quiet-lanterns@localhost/x' }),
    says: /^DATABASE_URL is not an address of a database\. Write postgres:/,
  },
  {
    why: 'a public address without its scheme',
    variables: () => ({ PUBLIC_URL: 'learn.school.example' }),
    says: /^PUBLIC_URL is not a web address\. Write the address people type/,
  },
  {
    why: 'a short secret',
    variables: () => ({ AUTH_SECRET: 'quiet-lanterns' }),
    says: /^AUTH_SECRET is shorter than 32 characters\. Write the output of/,
  },
  {
    why: 'a port that is no number',
    variables: () => ({ PORT: 'http' }),
    says: /^PORT is not a number\. Write a number such as 3000\.$/,
  },
  {
    why: 'an empty database file',
    variables: () => ({ DATABASE_URL: `file:${file()}` }),
    says: /surefoot\.db is empty: it has 0 bytes\. .*npm run admin -- restore BACKUP-FILE/,
  },
  {
    why: 'a file that is no database',
    variables: () => ({ DATABASE_URL: `file:${file(200)}` }),
    says: /surefoot\.db is not a SQLite database: its 200 bytes .*npm run admin -- restore BACKUP-FILE/,
  },
];

describe.concurrent('npm start', () => {
  test.each(cases)('with $why prints one sentence and exits with 1', async ({ variables, says }) => {
    const { code, stdout, lines } = await start(await variables());
    expect(lines).toEqual([expect.stringMatching(says)]);
    expect(lines[0]).not.toContain('quiet-lanterns');
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});
