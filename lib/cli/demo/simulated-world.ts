import type { Database } from '#db/client.ts';
import type { Chance } from '#lib/chance/chance.ts';
import { chance } from '#lib/chance/chance.ts';
import type { Library } from '#lib/lesson/library.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { cacheRuns, runCacheFolder } from '#lib/server/sandbox/cache-runs.ts';
import { processSandbox } from '#lib/server/sandbox/sandbox.ts';
import type { World } from '#lib/server/world.ts';

/** A world with a clock that the simulation moves and ids from a seed, so that a simulation gives the same rows again. */
export interface SimulatedWorld extends World {
  moveTo(at: Date): void;
  advance(ms: number): void;
}

export interface SimulationOptions {
  readonly database: Database;
  readonly library: Library;
  readonly seed: string;
  readonly start: Date;
}

export function simulatedWorld({ database, library, seed, start }: SimulationOptions): SimulatedWorld {
  const sandbox = cacheRuns(processSandbox(), runCacheFolder());
  const ids = chance(`${seed}/ids`);
  let nowMs = start.getTime();
  return {
    database,
    secret: `${seed}: shuffles what was answered in a simulated past`,
    now: () => new Date(nowMs),
    newId: () => uuidFrom(ids),
    sandbox,
    testRule: standardRule,
    hasGuests: true,
    library: async () => library,
    moveTo: (at) => {
      nowMs = at.getTime();
    },
    advance: (ms) => {
      nowMs += Math.round(ms);
    },
  };
}

function uuidFrom(ids: Chance): string {
  const hex = Array.from({ length: 32 }, () => ids.below(16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
