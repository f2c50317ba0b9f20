import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadGenerator } from './load.ts';
import { CpuProfile, type TopCosts, topCosts } from './profile.ts';
import { scenarioNames } from './scenario-names.ts';
import { answerScenario, pageScenarios } from './scenarios.ts';
import { type Pair, startPair } from './school.ts';

/** What costs the most on the way of a page and on the way of an answer. */
export interface ProfiledWay extends TopCosts {
  readonly name: string;
}

const warmUpSeconds = 3;

/** The clock of a profile: both read CLOCK_MONOTONIC. */
const nowInMicroseconds = (): number => Number(process.hrtime.bigint() / 1000n);

/**
 * Runs our server under Node's profiler, once for a signed-in lesson page and once for the answer, on SQLite. Its start and
 * first requests do not count.
 */
export async function profileWays(load: LoadGenerator, seconds: number): Promise<ProfiledWay[]> {
  const [page] = scenarioNames.lessonPages;
  const ways = [
    { name: page, add: (pair: Pair) => pageScenarios(load, pair) },
    { name: scenarioNames.answer, add: (pair: Pair) => answerScenario(load, pair, scenarioNames.answer) },
  ];
  const found: ProfiledWay[] = [];
  for (const { name, add } of ways) {
    const folder = mkdtempSync(join(tmpdir(), 'surefoot-profile-'));
    try {
      const pair = await startPair('sqlite', 40 * (warmUpSeconds + seconds), folder);
      const period = { from: 0, to: 0 };
      try {
        await add(pair);
        const limits = { target: name, concurrency: 16, requests: Number.MAX_SAFE_INTEGER };
        await load.run({ ...limits, seconds: warmUpSeconds });
        period.from = nowInMicroseconds();
        await load.run({ ...limits, seconds });
        period.to = nowInMicroseconds();
      } finally {
        await pair.stop();
      }
      found.push({ name, ...topCosts(await readProfile(folder), period) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return found;
}

/** The profile of the main thread, which has the most samples. */
async function readProfile(folder: string): Promise<CpuProfile> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  const profiles = await Promise.all(
    files.map(async (name) => CpuProfile.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
  const [main] = profiles.toSorted((a, b) => b.nodes.length - a.nodes.length);
  if (!main) throw new Error('The server has written no profile');
  return main;
}

export function profileText(ways: readonly ProfiledWay[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(1).padStart(6)} %`;
  return ways
    .flatMap(({ name, functions, modules }) => [
      `${name}: self time of our server`,
      ...functions.map((cost) => `${percent(cost.share)}  ${cost.name}`),
      '  by module',
      ...modules.map((cost) => `${percent(cost.share)}  ${cost.name}`),
      '',
    ])
    .join('\n');
}
