import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '#db/columns.ts';
import { makeScratch } from '#lib/cli/bench/scratch.ts';
import { exitCodeOf, runScript } from '#lib/cli/serve/run-command.ts';
import type { HttpRequest } from './http-request.ts';
import type { Chain } from './load-messages.ts';
import type { SchoolPlan } from './plan.ts';
import { actionId, postOfAction } from './post-action.ts';
import { type Server, startServer } from './server.ts';
import { startTwin } from './twin.ts';

const secret = 'a secret for a benchmark that is thrown away afterwards';

/** Our server with a seeded school, and the twin on an empty database of the same engine. */
export interface Pair {
  readonly plan: SchoolPlan;
  readonly ours: Server;
  readonly twin: Server;
  stop(): Promise<void>;
}

/** @param newStudents students without history, who give the answers */
export async function startPair(engine: Engine, newStudents: number, profileTo?: string): Promise<Pair> {
  const [school, bare] = [await makeScratch(engine), await makeScratch(engine)];
  const servers: Server[] = [];
  const stop = async () => {
    for (const server of servers) await server.stop();
    for (const scratch of [school, bare]) await scratch.remove();
  };
  const variables = { DATABASE_URL: school.url, DATA_DIR: school.folder, AUTH_SECRET: secret };
  try {
    const file = join(school.folder, 'plan.json');
    console.error(`Seeding a school on ${engine} …`);
    const seeding = runScript(
      'lib/cli/bench/serve/seed.ts',
      { ...variables, BENCH_PLAN: file, BENCH_STUDENTS: String(newStudents), PUBLIC_URL: 'http://localhost' },
      { stdio: ['ignore', 2, 2] },
    );
    if ((await exitCodeOf(seeding)) !== 0) throw new Error('The school could not be seeded');
    const ours = await startServer({
      folder: '',
      readyPath: '/api/health',
      variables: (url) => ({ ...variables, PUBLIC_URL: url, NEXTAUTH_URL: url }),
      profileTo,
    });
    servers.push(ours);
    const twin = await startTwin(engine === 'postgres' ? bare.url : bare.url.slice('file:'.length));
    servers.push(twin);
    return { plan: JSON.parse(await readFile(file, 'utf8')), ours, twin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A page as each of these visitors requests it; an empty cookie is a visitor who is not signed in. */
export const pageFor = (path: string, cookies: readonly string[]): Chain[] =>
  cookies.map((cookie) => [requestFor(path, cookie)]);

export const requestFor = (path: string, cookie: string): HttpRequest => ({
  method: 'GET',
  path,
  headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) },
});

/** The answers of each new student, one after another. */
export async function answerChains({ plan, ours }: Pair): Promise<Chain[]> {
  const action = await actionId('.', 'submitAnswer');
  const path = plan.lesson.try;
  const chains = plan.answers.map(({ cookie, forms }) =>
    forms.map((form) => postOfAction({ port: ours.port, path, action, cookie, form })),
  );
  return Promise.all(chains.map((chain) => Promise.all(chain)));
}
