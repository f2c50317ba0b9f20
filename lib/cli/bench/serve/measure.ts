import { quantile } from '#lib/statistics/quantiles.ts';
import type { LoadGenerator } from './load.ts';
import { cpuMs } from './process-usage.ts';
import type { Server } from './server.ts';

/** One side of a comparison: a target of the load generator and the server that answers it. */
export interface Side {
  readonly target: string;
  readonly server: Pick<Server, 'pid'>;
}

export interface Scenario {
  readonly name: string;
  readonly ours: Side;
  readonly baseline: Side;
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

/** A median over rounds with the least and the greatest. */
export interface Median {
  readonly median: number;
  readonly spread: readonly [least: number, greatest: number];
}

/** What one side did, as medians over rounds; latencies are of all its requests. CPU is of the server's process. */
export interface Figures {
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMsPerRequest: number;
}

export interface ScenarioResult extends Figures {
  readonly name: string;
  readonly concurrency: number;
  readonly baseline: Figures & { readonly name: string };
  /** Our requests per second as a multiple of the baseline's, the median over rounds. */
  readonly ratio: number;
  readonly ratioSpread: Median['spread'];
  /** Our processor time for a request as a multiple of the baseline's. */
  readonly cpuRatio: number;
  readonly cpuRatioSpread: Median['spread'];
}

/** One run of one side. */
export interface Run {
  readonly rps: number;
  readonly cpuMsPerRequest: number;
  readonly durationsMs: readonly number[];
}

/** Runs both sides in turn, round after round, so that a disturbance meets both; the first run of each is not counted. */
export async function measure(
  load: LoadGenerator,
  { name, ours, baseline }: Scenario,
  concurrency: number,
  { rounds, seconds }: Plan,
): Promise<ScenarioResult> {
  const once = (side: Side) => runOnce(load, side, concurrency, seconds);
  await once(ours);
  await once(baseline);
  const runs: [Run, Run][] = [];
  for (let round = 0; round < rounds; round += 1) runs.push([await once(ours), await once(baseline)]);
  return resultOf(name, concurrency, baseline.target, runs);
}

async function runOnce(load: LoadGenerator, side: Side, concurrency: number, seconds: number): Promise<Run> {
  const before = await cpuMs(side.server.pid);
  const limits = { target: side.target, concurrency, seconds, requests: Number.MAX_SAFE_INTEGER };
  const { durationsMs, elapsedMs } = await load.run(limits);
  const usedMs = (await cpuMs(side.server.pid)) - before;
  const done = durationsMs.length;
  return { rps: (done * 1000) / elapsedMs, cpuMsPerRequest: usedMs / done, durationsMs };
}

/** Summarises the rounds: pairs of a run of ours and the run of the baseline that followed it. */
export function resultOf(
  name: string,
  concurrency: number,
  baselineName: string,
  runs: readonly (readonly [ours: Run, baseline: Run])[],
): ScenarioResult {
  const ratio = medianOf(runs.map(([ours, baseline]) => ours.rps / baseline.rps));
  const cpu = medianOf(runs.map(([ours, baseline]) => ours.cpuMsPerRequest / baseline.cpuMsPerRequest));
  return {
    name,
    concurrency,
    ...figuresOf(runs.map(([ours]) => ours)),
    baseline: { name: baselineName, ...figuresOf(runs.map(([, baseline]) => baseline)) },
    ratio: ratio.median,
    ratioSpread: ratio.spread,
    cpuRatio: cpu.median,
    cpuRatioSpread: cpu.spread,
  };
}

function figuresOf(runs: readonly Run[]): Figures {
  const durations = runs.flatMap(({ durationsMs }) => durationsMs);
  return {
    rps: medianOf(runs.map(({ rps }) => rps)).median,
    p50Ms: quantile(durations, 0.5) ?? Number.NaN,
    p99Ms: quantile(durations, 0.99) ?? Number.NaN,
    cpuMsPerRequest: medianOf(runs.map(({ cpuMsPerRequest }) => cpuMsPerRequest)).median,
  };
}

export function medianOf(values: readonly number[]): Median {
  return {
    median: quantile(values, 0.5) ?? Number.NaN,
    spread: [Math.min(...values), Math.max(...values)],
  };
}
