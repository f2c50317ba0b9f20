import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { runNext, runServer, type Variables } from '#lib/cli/serve/run-command.ts';
import { hasBuild } from '#lib/cli/serve/source-stamp.ts';
import { waitUntilListening } from '#lib/cli/serve/wait-until-ready.ts';
import { makeScratch } from './scratch.ts';

const sizes = [1, 2, 4];
const ways = ['check', 'build', 'start', 'dev'] as const;
type Way = (typeof ways)[number];

/** How other requests fared while a lesson with a bomb went one way. */
interface Measured {
  readonly way: Way;
  readonly size: number;
  readonly characters: number;
  /** The bomb was named and refused. */
  readonly isRefused: boolean;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const barMs = 100;
const pauseMs = 10;
/** It needs a running server and no lesson. */
const otherPath = '/api/auth/csrf';
const refusal = /why\.mdx.*(longer than two seconds|at most)/;

/**
 * Lets files that are slow to compile go through the check, the build, the start and development, and measures requests
 * meanwhile: of a server beside it, in development of the same one. Exit code 1 when a file was not refused, or the p99
 * is above 100 ms.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (!hasBuild()) throw new Error('There is no build. Run "npm run build" first.');
  const scratch = await makeScratch('sqlite');
  const running: ChildProcess[] = [];
  try {
    const url = `http://127.0.0.1:${await freePort()}`;
    running.push(runServer(portOf(url), schoolIn(scratch.folder, url), { stdio: ['ignore', 2, 2] }));
    await waitUntilListening(url, () => true);
    const measured: Measured[] = [];
    for (const way of ways.filter((name) => values.only === undefined || values.only === name))
      for (const size of sizes) {
        const tracks = join(scratch.folder, `${way}-${size}`);
        cpSync(join('content', 'tracks'), tracks, { recursive: true });
        const one = await measure({ way, size, tracks, url, folder: scratch.folder, running });
        console.error(line(one));
        measured.push(one);
      }
    console.log(values.json ? JSON.stringify({ barMs, measured }) : measured.map(line).join('\n'));
    return measured.every(({ isRefused, p99Ms }) => isRefused && p99Ms < barMs) ? 0 : 1;
  } finally {
    for (const child of running) child.kill('SIGKILL');
    await scratch.remove();
    rmSync(scratch.folder, { recursive: true, force: true });
  }
}

interface Plan {
  readonly way: Way;
  readonly size: number;
  /** The folder of tracks, which is changed. */
  readonly tracks: string;
  readonly url: string;
  readonly folder: string;
  readonly running: ChildProcess[];
}

async function measure({ way, size, tracks, url, folder, running }: Plan): Promise<Measured> {
  const [track = ''] = readdirSync(tracks);
  const lesson = readdirSync(join(tracks, track), { withFileTypes: true }).find((one) => one.isDirectory());
  const file = join(tracks, track, lesson?.name ?? '', 'why.mdx');
  const text = bomb(size);
  const own = `http://127.0.0.1:${await freePort()}`;
  const variables = { ...schoolIn(folder, own), CONTENT_DIR: tracks };
  const isDev = way === 'dev';
  if (!isDev) writeFileSync(file, text);
  const child = isDev
    ? runNext(['dev', ...portOf(own)], { ...variables, NODE_ENV: 'development' }, { stdio: 'pipe' })
    : runCommand(way, tracks, variables);
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += String(data)));
  if (isDev) {
    await waitUntilListening(own, () => child.exitCode === null);
    for (let n = 0; n < 5; n++) await fetch(own + otherPath);
    await fetch(`${own}/tracks/${track}/${lesson?.name}`);
    writeFileSync(file, text);
    void fetch(`${own}/tracks/${track}/${lesson?.name}`).catch(() => undefined);
  }
  const took: number[] = [];
  while (child.exitCode === null && !(isRefusedBy(said) && took.length >= 200)) {
    const begun = performance.now();
    await fetch((isDev ? own : url) + otherPath);
    took.push(performance.now() - begun);
    await wait(pauseMs);
  }
  const isRefused = isRefusedBy(said);
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return {
    way,
    size,
    characters: text.length,
    isRefused,
    requests: took.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

const isRefusedBy = (said: string): boolean => refusal.test(said);

function runCommand(way: Exclude<Way, 'dev'>, tracks: string, variables: Variables): ChildProcess {
  const command = way === 'check' ? ['lib/cli/content.ts', 'check', tracks] : [`lib/cli/${way}.ts`];
  return spawn(process.execPath, ['--import', 'tsx', ...command], {
    stdio: 'pipe',
    env: { ...process.env, ...variables },
  });
}

const portOf = (url: string): string[] => ['--port', new URL(url).port, '--hostname', '127.0.0.1'];

const schoolIn = (folder: string, url: string): Variables => ({
  DATABASE_URL: '',
  DATA_DIR: folder,
  AUTH_SECRET: 'a secret for a benchmark that is thrown away afterwards',
  PORT: new URL(url).port,
  HOSTNAME: '127.0.0.1',
  PUBLIC_URL: url,
  NEXTAUTH_URL: url,
});

/** Diagrams, of which no two are equal: the slowest of what the scan of marks lets through. */
function bomb(size: number): string {
  const arrows = Array.from({ length: 50 }, (_, at) => `  A${at} --> A${(at * 7) % 50}`).join('\n');
  const diagram = (n: number) => `\`\`\`mermaid\ngraph LR\n  A0[Number ${n}]\n${arrows}\n\`\`\`\n\n`;
  return Array.from({ length: 70 * size }, (_, n) => diagram(n)).join('');
}

function line({ way, size, characters, isRefused, requests, p50Ms, p99Ms }: Measured): string {
  const verdict = isRefused ? 'refused' : 'NOT refused';
  return `${way.padEnd(6)} ${size}x ${String(characters).padStart(7)} characters ${verdict}, ${requests} other requests: p50 ${p50Ms} ms, p99 ${p99Ms} ms, bar ${barMs} ms`;
}
