import type { LoadGenerator } from './load.ts';
import type { Chain } from './load-messages.ts';
import type { Scenario } from './measure.ts';
import { type PageWeight, weighPage } from './page-weight.ts';
import { rssMb } from './process-usage.ts';
import { twinDynamic, twinPath } from './scenario-names.ts';
import { answerChains, type Pair, pageFor, requestFor } from './school.ts';
import { twinAnswers, twinPage } from './twin.ts';

const twinName = "twin's dynamic page";
const anonymous = [''];

/** Pages against the twin's dynamic page. */
export async function pageScenarios(load: LoadGenerator, { plan, ours, twin }: Pair): Promise<Scenario[]> {
  const { lesson, students } = plan;
  const pages = [
    { name: 'introduction', chains: pageFor(lesson.introduction, students) },
    { name: 'deep', chains: pageFor(lesson.deep, students) },
    { name: 'try', chains: pageFor(lesson.try, students) },
    { name: 'introduction, anonymous', chains: pageFor(lesson.introduction, anonymous) },
    { name: 'today', chains: pageFor('/today', students) },
    { name: 'catalogue', chains: pageFor('/', students) },
  ];
  await load.add({ name: twinName, port: twin.port, chains: [[twinPage(twinDynamic)]], repeats: true });
  const baseline = { target: twinName, server: twin };
  const scenarios: Scenario[] = [];
  for (const { name, chains } of pages) {
    await load.add({ name, port: ours.port, chains, repeats: true });
    scenarios.push({ name, ours: { target: name, server: ours }, baseline });
  }
  return scenarios;
}

/** Answers to the questions of Try against the twin's action. */
export async function answerScenario(load: LoadGenerator, pair: Pair, name: string): Promise<Scenario> {
  const { ours, twin, plan } = pair;
  const baselineName = `twin's ${name}`;
  const bare = await twinAnswers(twin.port, plan.answers.length);
  const chains = await answerChains(pair);
  await load.add({ name, port: ours.port, chains, repeats: false, expected: '"kind":"recorded"' });
  await load.add({ name: baselineName, port: twin.port, chains: bare, repeats: true, expected: '"ok":true' });
  return {
    name,
    ours: { target: name, server: ours },
    baseline: { target: baselineName, server: twin },
  };
}

/** The weight of the main pages, each as its usual visitor gets it, and of the twin's pages. */
export async function weights({ plan, ours, twin }: Pair): Promise<PageWeight[]> {
  const { lesson, challenge, test, classPath, teacher, students } = plan;
  const [student = ''] = students;
  const paths = [...Object.values(lesson), challenge, test, '/today', '/', '/help/operator/benchmarks'];
  const pages = [...paths.map((path) => requestFor(path, student)), requestFor(classPath, teacher)];
  const found: PageWeight[] = [];
  for (const page of pages) found.push(await weighPage(ours.port, page));
  for (const path of ['/', twinDynamic]) {
    const weight = await weighPage(twin.port, twinPage(path));
    found.push({ ...weight, path: twinPath(path) });
  }
  return found;
}

/** The memory of both servers after `requests` requests to each, for pages of all kinds and 16 at once. */
export async function memoryAfter(
  load: LoadGenerator,
  { plan, ours, twin }: Pair,
  requests: number,
): Promise<{ rssMb: number; baselineRssMb: number }> {
  const { lesson, challenge, test, students } = plan;
  const paths = [...Object.values(lesson), challenge, test, '/today', '/'];
  const mixed = [...students, ...anonymous].flatMap((cookie) =>
    paths.filter((path) => cookie || path !== '/today').flatMap((path) => pageFor(path, [cookie])),
  );
  const bare: Chain[] = ['/', twinDynamic, '/act'].map((path) => [twinPage(path)]);
  const after = async (name: string, server: Pair['ours'], chains: readonly Chain[]): Promise<number> => {
    await load.add({ name, port: server.port, chains, repeats: true });
    await load.run({ target: name, concurrency: 16, seconds: 3_600, requests });
    return rssMb(server.pid);
  };
  return {
    rssMb: await after('mixed', ours, mixed),
    baselineRssMb: await after("twin's mixed", twin, bare),
  };
}
