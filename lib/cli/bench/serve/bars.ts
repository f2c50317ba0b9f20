import type { ScenarioResult } from './measure.ts';
import type { PageWeight } from './page-weight.ts';
import { scenarioNames, twinDynamic, twinPath } from './scenario-names.ts';

/** The figures that a comparison should stay within: `must` in any case, `goal` at best. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly must: number;
  readonly goal: number | null;
  readonly met: 'goal' | 'must' | 'no';
}

export interface Measured {
  readonly scenarios: readonly ScenarioResult[];
  readonly rssMb: number | null;
  readonly pageWeight: readonly PageWeight[];
}

/** Every bar that was measured, with its worst value. `lessonPaths` are the pages whose weight counts. */
export function barsOf({ scenarios, rssMb, pageWeight }: Measured, lessonPaths: readonly string[]): Bar[] {
  const { lessonPages, answer, answerOnPostgres } = scenarioNames;
  const named = (names: readonly string[]) => scenarios.filter(({ name }) => names.includes(name));
  const cpu = (names: readonly string[]) => named(names).map(({ cpuRatio }) => cpuRatio);
  const atSixteen = named([answer]).filter(({ concurrency }) => concurrency === 16);
  const lessons = pageWeight.filter(({ path }) => lessonPaths.includes(path));
  const floor = pageWeight.find(({ path }) => path === twinPath(twinDynamic))?.jsKbGzip ?? 0;
  const html = lessons.map(({ htmlKb }) => htmlKb);
  const scripts = lessons.map(({ jsKbGzip }) => jsKbGzip - floor);
  const throughput = atSixteen.map(({ ratio }) => ratio);
  return [
    ...atMost("CPU of a signed-in lesson page, × the twin's dynamic page", cpu(lessonPages), [2, 1]),
    ...atMost("CPU of an answer, × the twin's action", cpu([answer]), [2.5, 1.5]),
    ...atLeast("answers per second at 16, × the twin's", throughput, [0.45, 0.65]),
    ...atMost("CPU of an answer on PostgreSQL, × the twin's action", cpu([answerOnPostgres]), [3, null]),
    ...atMost('HTML of a lesson page, KB after gzip', html, [20, 14]),
    ...atMost("scripts beyond the twin's, KB after gzip", scripts, [25, null]),
    ...atMost('memory after the mixed requests, MB', rssMb === null ? [] : [rssMb], [300, null]),
  ];
}

type Limits = readonly [must: number, goal: number | null];

function atMost(name: string, values: readonly number[], [must, goal]: Limits): Bar[] {
  const value = Math.max(...values);
  const met = goal !== null && value <= goal ? 'goal' : value <= must ? 'must' : 'no';
  return values.length > 0 ? [{ name, value, must, goal, met }] : [];
}

function atLeast(name: string, values: readonly number[], [must, goal]: Limits): Bar[] {
  const value = Math.min(...values);
  const met = goal !== null && value >= goal ? 'goal' : value >= must ? 'must' : 'no';
  return values.length > 0 ? [{ name, value, must, goal, met }] : [];
}
