import { z } from 'zod';

/** The parts of a `.cpuprofile` file (Chrome DevTools Protocol, `Profiler.Profile`) that self time needs. */
export const CpuProfile = z.object({
  nodes: z.array(
    z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) }),
  ),
  /** On the same clock as `process.hrtime`, in microseconds. */
  startTime: z.number(),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
export type CpuProfile = z.infer<typeof CpuProfile>;

/** A function or module with its share of the time in which the process was not idle. */
export interface Cost {
  readonly name: string;
  readonly share: number;
}

export interface TopCosts {
  readonly functions: readonly Cost[];
  readonly modules: readonly Cost[];
}

/** A part of a profile, in microseconds on its clock. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The functions and modules with the most self time in this period, greatest first. */
export function topCosts(
  { nodes, startTime, samples, timeDeltas }: CpuProfile,
  { from, to }: Period,
  count = 5,
): TopCosts {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map<string, number>();
  const modules = new Map<string, number>();
  let [at, busy] = [startTime, 0];
  for (const [n, id] of samples.entries()) {
    const { functionName = '(idle)', url = '' } = frames.get(id) ?? {};
    at += timeDeltas[n] ?? 0;
    const spent = Math.max(0, timeDeltas[n] ?? 0);
    if (functionName === '(idle)' || at < from || at > to) continue;
    busy += spent;
    const module = url ? moduleOf(url) : functionName.startsWith('(') ? functionName : '(native)';
    const name = url ? `${functionName || '(anonymous)'} in ${module}` : functionName;
    functions.set(name, (functions.get(name) ?? 0) + spent);
    modules.set(module, (modules.get(module) ?? 0) + spent);
  }
  const top = (spent: ReadonlyMap<string, number>): Cost[] =>
    [...spent]
      .map(([name, time]) => ({ name, share: busy === 0 ? 0 : time / busy }))
      .toSorted((a, b) => b.share - a.share)
      .slice(0, count);
  return { functions: top(functions), modules: top(modules) };
}

/** The package's file, the built chunk, or Node's own module of a script. */
export function moduleOf(url: string): string {
  const path = url.replace(/^file:\/\//, '');
  return /.*node_modules\/(.+)$/.exec(path)?.[1] ?? /\.next\/(.+)$/.exec(path)?.[1] ?? path;
}
