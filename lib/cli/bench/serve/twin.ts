import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodeOf, runNext } from '#lib/cli/serve/run-command.ts';
import type { HttpRequest } from './http-request.ts';
import type { Chain } from './load-messages.ts';
import { actionId, postOfAction } from './post-action.ts';
import { type Server, startServer } from './server.ts';

// The twin is the least that an app of the same framework must do for a page and for an answer.

export const twinFolder = 'tests/bench/twin';
const secret = 'a secret for the twin';
const stampFile = join(twinFolder, '.next/bench-sources.txt');

/** Builds the twin unless its build is made from the current sources. */
export async function buildTwin(): Promise<void> {
  const stamp = await stampOf();
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;
  console.error('Building the twin …');
  const child = runNext(['build', twinFolder], {}, { stdio: ['ignore', 2, 2] });
  if ((await exitCodeOf(child)) !== 0) throw new Error('The twin could not be built');
  await writeFile(stampFile, stamp);
}

async function stampOf(): Promise<string> {
  const entries = await readdir(twinFolder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes('.next') && !path.endsWith('next-env.d.ts'));
  const hash = createHash('sha256');
  for (const path of ['package-lock.json', ...paths.toSorted()])
    hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}

/** @param database the path of a SQLite file, or `postgres://…` */
export function startTwin(database: string): Promise<Server> {
  const variables = () => ({ TWIN_DATABASE: database, TWIN_SECRET: secret });
  return startServer({ folder: twinFolder, readyPath: '/dynamic', variables });
}

const cookieOf = (userId: string): string =>
  `session=${userId}.${createHmac('sha256', secret).update(userId).digest('base64url')}`;

export const twinPage = (path: string): HttpRequest => ({
  method: 'GET',
  path,
  headers: { cookie: cookieOf('user-0') },
});

/** Answers of many people to ten questions each, the first wrong and the second right. */
export async function twinAnswers(port: number, people: number): Promise<Chain[]> {
  const action = await actionId(twinFolder, 'submitAnswer');
  const answers = Array.from({ length: 10 }, (_, n) => ({
    item: `item-${n >> 1}`,
    answer: n % 2 ? '42' : '41',
  }));
  const chains = Array.from({ length: people }, (_, person) =>
    answers.map(({ item, answer }) => {
      const form = [['item', item] as const, ['answer', answer] as const];
      return postOfAction({ port, path: '/act', action, cookie: cookieOf(`user-${person}`), form });
    }),
  );
  return Promise.all(chains.map((chain) => Promise.all(chain)));
}
