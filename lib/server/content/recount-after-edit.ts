import { z } from 'zod';
import { listReadingsOf } from '#db/readings.ts';
import { findServerFact, recordServerFact, replaceServerFact } from '#db/server-facts.ts';
import { listAnswerers } from '#db/standings.ts';
import {
  type ItemPlaces,
  itemPlaces,
  type MovedItems,
  movedItems,
  textName,
} from '#lib/progress/item-places.ts';
import { type RecountOptions, recount } from '#lib/server/progress/recount.ts';
import type { World } from '#lib/server/world.ts';

const fact = 'content-places';

const Moved = z.object({ items: z.array(z.string()), texts: z.array(z.string()) });
const Places = z.object({
  items: z.record(z.string(), z.array(z.string())),
  texts: z.array(z.string()),
  moving: Moved.optional(),
});

/** A recount that is due: of the people with an answer to a moved item, or of everybody if it is not known what moved. */
export interface DueRecount {
  readonly moved: MovedItems | 'unknown';
  /** What is stored while it is due, so that only this recount is recorded as done. */
  readonly noted: string | undefined;
  readonly places: ItemPlaces;
}

/**
 * Compares the places of items with those by which totals were counted, and notes what has moved; null when nothing has.
 * It comes before the first answer that counts by the new places: so a process that ends at any time, and lessons that are
 * edited once more, leave no total uncounted.
 */
export async function noteMovedItems(world: World): Promise<DueRecount | null> {
  const { db } = world.database;
  const places = itemPlaces((await world.library()).lessons());
  const stored = await findServerFact(db, fact);
  const before = readPlaces(stored);
  if (!before) return { moved: 'unknown', noted: stored, places };
  const moved = movedItems(before, places);
  if (!moved) return null;
  const noted = JSON.stringify({ ...before, moving: moved });
  if (noted !== stored) await recordServerFact(db, fact, noted);
  return { moved, noted, places };
}

/**
 * Recounts totals by activity and review schedules by objective from the ledger, so that progress follows items that were
 * moved, removed or given another objective. Each person is counted in a transaction of their own, in which no answer of
 * theirs is recorded. Returns the number of users with a change.
 */
export async function recountMoved(
  world: World,
  { moved, noted, places }: DueRecount,
  options: Pick<RecountOptions, 'onPerson'> = {},
): Promise<number> {
  const { db } = world.database;
  const people = moved === 'unknown' ? {} : { userIds: await peopleWith(world, moved) };
  const { repaired } = await recount(world, { ...options, ...people, repair: true });
  // A process with other lessons may have noted more meanwhile: then that recount is still to come.
  await replaceServerFact(db, fact, noted, JSON.stringify(places));
  return repaired;
}

/** Notes what has moved and recounts it; null when nothing has. */
export async function recountAfterEdit(
  world: World,
  options: Pick<RecountOptions, 'onPerson'> = {},
): Promise<number | null> {
  const due = await noteMovedItems(world);
  return due && recountMoved(world, due, options);
}

/** Undefined when nothing is stored, or what an earlier version has stored. */
function readPlaces(stored: string | undefined): ItemPlaces | undefined {
  if (!stored?.startsWith('{')) return undefined;
  const { items, texts, moving } = Places.parse(JSON.parse(stored));
  return { items, texts, ...(moving ? { moving } : {}) };
}

async function peopleWith({ database: { db } }: World, { items, texts }: MovedItems): Promise<string[]> {
  const moved = new Set(texts);
  const lessonIds = [...new Set(texts.map((name) => String(JSON.parse(name)[0])))];
  const readers = (await listReadingsOf(db, lessonIds)).filter(({ lessonId, activity }) =>
    moved.has(textName(lessonId, activity)),
  );
  return [
    ...new Set([...(await listAnswerers(db, items)), ...readers.map(({ userId }) => userId)]),
  ].toSorted();
}
