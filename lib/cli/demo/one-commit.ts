import type { Database, Tx } from '#db/client.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/**
 * Runs many workflows in one transaction: each of them would wait for the disk, thousands of times. All or nothing
 * holds for the whole, which is right for a made-up past and wrong for people's answers.
 */
export function inOneCommit<T>(
  world: SimulatedWorld,
  story: (inside: SimulatedWorld) => Promise<T>,
): Promise<T> {
  return world.database.transaction((tx) => story({ ...world, database: within(world.database, tx) }));
}

function within(database: Database, tx: Tx): Database {
  return { ...database, db: tx, transaction: (work) => work(tx) };
}
