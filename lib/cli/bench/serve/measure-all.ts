import { type Engine, engineOf } from '#db/columns.ts';
import { barsOf } from './bars.ts';
import type { LoadGenerator } from './load.ts';
import { measure, type Scenario, type ScenarioResult } from './measure.ts';
import { scenarioLine } from './report-text.ts';
import { scenarioNames } from './scenario-names.ts';
import { answerScenario, memoryAfter, pageScenarios, weights } from './scenarios.ts';
import { type Pair, startPair } from './school.ts';
import type { ServeResult } from './serve-result.ts';
import { Steps } from './steps.ts';

export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly mixed: number;
  /** Only scenarios whose name contains this are measured; the empty text is part of every name. */
  readonly only: string;
}

/** What the parts of one benchmark share. */
interface Bench {
  readonly load: LoadGenerator;
  readonly options: Options;
  readonly steps: Steps;
}

const atOnce = [1, 16];

/** Measures everything and prints each result to standard error when it is known. A part that fails is named in the result. */
export async function measureAll(load: LoadGenerator, options: Options): Promise<ServeResult> {
  const bench = { load, options, steps: new Steps(console.error) };
  const hasPostgres = engineOf(process.env.DATABASE_URL) === 'postgres';
  const main = await withPair(bench, 'sqlite', (pair) => measureMain(bench, pair));
  const onPostgres = hasPostgres
    ? await withPair(bench, 'postgres', (pair) => answers(bench, pair, scenarioNames.answerOnPostgres))
    : [];
  const { lessonPaths = [], pageWeight = [], memory } = main ?? {};
  const scenarios = [...(main?.scenarios ?? []), ...(onPostgres ?? [])];
  const { rssMb = null, baselineRssMb = null } = memory ?? {};
  return {
    engines: hasPostgres ? ['sqlite', 'postgres'] : ['sqlite'],
    rounds: options.rounds,
    seconds: options.seconds,
    mixed: options.mixed,
    ...{ scenarios, pageWeight, rssMb, baselineRssMb },
    bars: barsOf({ scenarios, rssMb, pageWeight }, lessonPaths),
    failures: bench.steps.failures,
  };
}

async function measureMain(bench: Bench, pair: Pair) {
  const { load, options, steps } = bench;
  const pageWeight = await steps.run('page weight', () => weights(pair));
  const pages = await steps.run('pages', () => pageScenarios(load, pair));
  const scenarios = [
    ...(await inTurn(bench, pages ?? [])),
    ...(await answers(bench, pair, scenarioNames.answer)),
  ];
  console.error(`${options.mixed} mixed requests …`);
  const memory = await steps.run('memory', () => memoryAfter(load, pair, options.mixed));
  return { scenarios, pageWeight: pageWeight ?? [], memory, lessonPaths: Object.values(pair.plan.lesson) };
}

async function answers(bench: Bench, pair: Pair, name: string): Promise<ScenarioResult[]> {
  const scenario = await bench.steps.run(name, () => answerScenario(bench.load, pair, name));
  return scenario ? inTurn(bench, [scenario]) : [];
}

/** Starts our server and the twin, and ends both afterwards. */
function withPair<T>(
  { steps, options }: Bench,
  engine: Engine,
  work: (pair: Pair) => Promise<T>,
): Promise<T | undefined> {
  return steps.run(`the servers on ${engine}`, async () => {
    const pair = await startPair(engine, newStudents(options));
    try {
      return await work(pair);
    } finally {
      await pair.stop();
    }
  });
}

/** Enough students for the answers of all runs: ten each, at most 400 a second. */
const newStudents = ({ rounds, seconds }: Options): number => 40 * atOnce.length * (rounds + 1) * seconds;

async function inTurn(
  { load, options, steps }: Bench,
  scenarios: readonly Scenario[],
): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios.filter(({ name }) => name.includes(options.only))) {
    for (const concurrency of atOnce) {
      const name = `${scenario.name}, ${concurrency} at once`;
      const result = await steps.run(name, () => measure(load, scenario, concurrency, options));
      if (!result) continue;
      results.push(result);
      console.error(scenarioLine(result));
    }
  }
  return results;
}
