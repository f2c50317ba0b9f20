import { createHash } from 'node:crypto';
import { findServerFact, recordServerFact } from '#db/server-facts.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Library } from '#lib/lesson/library.ts';
import { recount } from '#lib/server/progress/recount.ts';
import type { World } from '#lib/server/world.ts';

const fact = 'content-places';

/**
 * Totals by activity and schedules by objective are kept while answers are graded. When lessons were edited so that
 * items stand elsewhere, are about something else or are gone, both are counted again from the ledger, so that moving
 * a question changes nobody's progress. Returns the number of people for whom anything followed; null when nothing
 * had moved.
 */
export async function recountAfterEdit(
  world: World,
  onPerson?: (done: number, total: number) => void,
): Promise<number | null> {
  const { db } = world.database;
  const places = positionsHash(await world.library());
  if ((await findServerFact(db, fact)) === places) return null;
  const { repaired } = await recount(world, { repair: true, ...(onPerson ? { onPerson } : {}) });
  await recordServerFact(db, fact, places);
  return repaired;
}

/** SHA-256 over where every item stands and what it is about; what the items say does not matter. */
function positionsHash(library: Library): string {
  const place = ({ id, objective }: Item) => JSON.stringify([id, objective]);
  const places = library
    .lessons()
    .map(({ id, activities, pool }) => [
      id,
      pool.map(place).toSorted(),
      activities.map(({ slug, items }) => [slug, items.map(place).toSorted()]),
    ]);
  return createHash('sha256').update(JSON.stringify(places)).digest('hex');
}
