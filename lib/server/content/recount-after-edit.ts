import { createHash } from 'node:crypto';
import { findServerFact, recordServerFact } from '#db/server-facts.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Library } from '#lib/lesson/library.ts';
import { recount } from '#lib/server/progress/recount.ts';
import type { World } from '#lib/server/world.ts';

const fact = 'content-places';

/**
 * Recounts totals by activity and review schedules by objective from the ledger after an edit of lessons that moved
 * items, changed their objective or removed them, so that progress follows the items. Returns the number of users with
 * a change; null when no item has moved.
 */
export async function recountAfterEdit(
  world: World,
  onPerson?: (done: number, total: number) => void,
): Promise<number | null> {
  const { db } = world.database;
  const positions = positionsHash(await world.library());
  if ((await findServerFact(db, fact)) === positions) return null;
  const { repaired } = await recount(world, { repair: true, ...(onPerson ? { onPerson } : {}) });
  await recordServerFact(db, fact, positions);
  return repaired;
}

/** SHA-256 of every item's lesson, activity and objective; the text of items is not part of it. */
function positionsHash(library: Library): string {
  const position = ({ id, objective }: Item) => JSON.stringify([id, objective]);
  const positions = library
    .lessons()
    .map(({ id, activities, pool }) => [
      id,
      pool.map(position).toSorted(),
      activities.map(({ slug, items }) => [slug, items.map(position).toSorted()]),
    ]);
  return createHash('sha256').update(JSON.stringify(positions)).digest('hex');
}
