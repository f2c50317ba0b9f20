import { parseArgs } from 'node:util';
import { type Engine, engineOf } from '#db/columns.ts';
import { exitCodeOf, runScript } from '#lib/cli/serve/run-command.ts';
import { whyRebuild } from '#lib/cli/serve/source-stamp.ts';
import { env } from '#lib/server/host/env.ts';
import { barsOf } from './serve/bars.ts';
import { type LoadGenerator, startLoadGenerator } from './serve/load.ts';
import { measure, type Scenario, type ScenarioResult } from './serve/measure.ts';
import { profileText, profileWays } from './serve/profile-ways.ts';
import { reportText } from './serve/report-text.ts';
import { scenarioNames } from './serve/scenario-names.ts';
import { answerScenario, memoryAfter, pageScenarios, weights } from './serve/scenarios.ts';
import { type Pair, startPair } from './serve/school.ts';
import type { ServeResult } from './serve/serve-result.ts';
import { buildTwin } from './serve/twin.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly mixed: number;
  /** Only scenarios whose name contains this are measured; the empty text is part of every name. */
  readonly only: string;
}

const atOnce = [1, 16];
const profiledSeconds = 15;

/** Measures pages and answers beside the twin. The exit code is 0 whatever the figures are. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '1' },
      mixed: { type: 'string', default: '2000' },
      only: { type: 'string', default: '' },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const options = {
    rounds: wholeNumber('rounds', values.rounds, [1, 100]),
    seconds: wholeNumber('seconds', values.seconds, [1, 60]),
    mixed: wholeNumber('mixed', values.mixed, [1, 1_000_000]),
    only: values.only,
  };
  await buildBoth();
  const load = await startLoadGenerator();
  try {
    if (values.profile) {
      const ways = await profileWays(load, profiledSeconds);
      console.log(values.json ? JSON.stringify({ ways }) : profileText(ways));
    } else {
      const found = await measureAll(load, options);
      console.log(values.json ? JSON.stringify(found) : reportText(found));
    }
  } finally {
    load.stop();
  }
  return 0;
}

async function buildBoth(): Promise<void> {
  const reason = await whyRebuild(env().contentDir);
  if (reason) {
    console.error(`Building first: ${reason}.`);
    const build = runScript('lib/cli/build.ts', {}, { stdio: ['ignore', 2, 2] });
    if ((await exitCodeOf(build)) !== 0) throw new Error('The pages could not be built');
  }
  await buildTwin();
}

async function measureAll(load: LoadGenerator, options: Options): Promise<ServeResult> {
  const hasPostgres = engineOf(process.env.DATABASE_URL) === 'postgres';
  const main = await withPair('sqlite', options, (pair) => measureMain(load, pair, options));
  const { lessonPaths, ...found } = main;
  const onPostgres = hasPostgres
    ? await withPair('postgres', options, async (pair) =>
        inTurn(load, options, [await answerScenario(load, pair, scenarioNames.answerOnPostgres)]),
      )
    : [];
  const scenarios = [...found.scenarios, ...onPostgres];
  return {
    engines: hasPostgres ? ['sqlite', 'postgres'] : ['sqlite'],
    rounds: options.rounds,
    seconds: options.seconds,
    mixed: options.mixed,
    ...found,
    scenarios,
    bars: barsOf({ ...found, scenarios }, lessonPaths),
  };
}

async function measureMain(load: LoadGenerator, pair: Pair, options: Options) {
  const pageWeight = await weights(pair);
  const pages = await pageScenarios(load, pair);
  const answers = await answerScenario(load, pair, scenarioNames.answer);
  const scenarios = await inTurn(load, options, [...pages, answers]);
  console.error(`${options.mixed} mixed requests …`);
  const memory = await memoryAfter(load, pair, options.mixed);
  return { scenarios, pageWeight, ...memory, lessonPaths: Object.values(pair.plan.lesson) };
}

/** Starts our server and the twin, and ends both afterwards. */
async function withPair<T>(engine: Engine, options: Options, work: (pair: Pair) => Promise<T>): Promise<T> {
  const pair = await startPair(engine, newStudents(options));
  try {
    return await work(pair);
  } finally {
    await pair.stop();
  }
}

/** Enough students for the answers of all runs: ten each, at most 400 a second. */
const newStudents = ({ rounds, seconds }: Options): number => 40 * atOnce.length * (rounds + 1) * seconds;

async function inTurn(
  load: LoadGenerator,
  options: Options,
  scenarios: readonly Scenario[],
): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios.filter(({ name }) => name.includes(options.only))) {
    for (const concurrency of atOnce) {
      console.error(`${scenario.name}, ${concurrency} at once …`);
      results.push(await measure(load, scenario, concurrency, options));
    }
  }
  return results;
}
