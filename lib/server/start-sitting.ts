import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import { closeSitting, openServing, openSitting, type Sitting } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Item } from '#lib/item/registry.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { chance } from '#lib/sitting/chance.ts';
import { deadline } from '#lib/sitting/clock.ts';
import { drawTest } from '#lib/sitting/draw.ts';
import { drillHost } from '#lib/sitting/drill.ts';
import type { SittingView } from '#lib/sitting/sitting-view.ts';
import { one } from './form-values.ts';
import { drawnItems, metByTest } from './items-served.ts';
import { findPlace, type Place } from './place.ts';
import { readSitting } from './serve-items.ts';
import { isDone, viewSitting } from './view-sitting.ts';
import type { World } from './world.ts';

export const PlaceForm = z.object({ lesson: one(z.string().max(120)), activity: one(z.string().max(40)) });
export type PlaceForm = z.infer<typeof PlaceForm>;

/** Who sits: the clock they have chosen goes with them. */
export type Sitter = Pick<SessionUser, 'id' | 'clockFactor'>;

/** Begins a challenge or a test: draws its items and puts the first one on the table. An open one is gone on with. */
export async function startSitting(
  world: World,
  user: SessionUser,
  name: PlaceForm,
): Promise<Result<SittingView, 'not-found'>> {
  const now = world.now();
  const library = await world.library();
  const started = await world.database.transaction(async (tx) => {
    const place = await findPlace(tx, library, world.secret, user.id, name, now);
    if (!place || place.delivery.starts !== 'on-request' || place.items.length === 0) return undefined;
    const finished = place.open ? await closeFinished(tx, place, now) : false;
    const at = finished ? await findPlace(tx, library, world.secret, user.id, name, now) : place;
    if (!at) return undefined;
    if (at.open) return at;
    const items =
      at.kind.mode === 'test'
        ? drawTest(at.all, await metByTest(tx, at, now), chance(at.seed))
        : await drawnItems(tx, at);
    const sitting = await storeSitting(tx, at, items, user, world.newId(), now);
    await openItem(tx, at, sitting, items[0], user, now);
    return { ...at, open: sitting, latest: sitting };
  });
  return started ? ok(await viewSitting(world.database.db, started, now)) : refuse('not-found');
}

/** Puts the next item on the table, once the one before is settled or its time is over. */
export async function openNextItem(
  world: World,
  user: SessionUser,
  name: PlaceForm,
): Promise<Result<SittingView, 'not-found' | 'not-open'>> {
  const now = world.now();
  const library = await world.library();
  const place = await world.database.transaction(async (tx) => {
    const found = await findPlace(tx, library, world.secret, user.id, name, now);
    if (found?.open) await openNext(tx, found, found.open, user, now);
    return found;
  });
  if (!place) return refuse('not-found');
  return place.latest ? ok(await viewSitting(world.database.db, place, now)) : refuse('not-open');
}

/** Within a transaction: the first item not yet served, unless one is still being worked on. */
export async function openNext(
  tx: Tx,
  place: Place,
  sitting: Sitting,
  user: Sitter,
  now: Date,
): Promise<void> {
  const records = await readSitting(tx, sitting.id);
  const working = [...records.values()].some((record) => !isDone(record, place, now));
  const next = sitting.itemIds.find((id) => !records.has(id));
  if (!working && next)
    await openItem(
      tx,
      place,
      sitting,
      place.items.find((item) => item.id === next),
      user,
      now,
    );
}

/** Stores the sitting that so far existed only as a seed; of two that race, both get the one stored. */
export async function storeSitting(
  tx: Tx,
  place: Place,
  items: readonly Item[],
  user: Sitter,
  id: string,
  now: Date,
  scope: Sitting['scope'] = scopeOf(place),
): Promise<Sitting> {
  if (place.latest && !place.latest.closedAt) await closeSitting(tx, place.latest.id, now);
  const sitting = await openSitting(tx, {
    id,
    userId: user.id,
    ...place.address,
    seed: place.seed,
    itemIds: items.map((item) => item.id),
    scope,
    startedAt: now,
  });
  if (!sitting) throw new Error('A sitting was neither stored nor found');
  return sitting;
}

const scopeOf = ({ delivery, activity }: Place): Sitting['scope'] =>
  delivery.draw !== null || activity === 'test' || drillHost(activity) ? 'drawn' : 'whole';

async function openItem(
  tx: Tx,
  { delivery }: Place,
  sitting: Sitting,
  item: Item | undefined,
  user: Sitter,
  now: Date,
) {
  if (!item) return;
  await openServing(tx, {
    sittingId: sitting.id,
    itemId: item.id,
    openedAt: now,
    deadlineAt: deadline(now, delivery.clock ? item.timeMs : null, user.clockFactor),
  });
}

/** An open sitting whose every item is over is closed, so that a new one can begin. */
async function closeFinished(tx: Tx, place: Place, now: Date): Promise<boolean> {
  if (!place.open) return false;
  const records = await readSitting(tx, place.open.id);
  const finished = place.open.itemIds.every((id) => isDone(records.get(id), place, now));
  return finished && closeSitting(tx, place.open.id, now);
}
