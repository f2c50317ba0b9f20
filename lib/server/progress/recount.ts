import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#db/client.ts';
import { listReadings } from '#db/readings.ts';
import { listLedger } from '#db/responses.ts';
import { listReviews } from '#db/reviews.ts';
import {
  type ActivityStandingRow,
  type ItemStanding,
  listActivityStandings,
  listAllItemStandings,
  lockPerson,
  type Person,
  replaceStandings,
  totalsWrite,
} from '#db/standings.ts';
import { findUserById, listUserIds } from '#db/users.ts';
import { writeTogether } from '#db/write-together.ts';
import type { Library } from '#lib/lesson/library.ts';
import { type ItemLocations, recountTotals, type Totals } from '#lib/progress/recount.ts';
import { storedStreak, streakOf } from '#lib/progress/streak.ts';
import { activityPath } from '#lib/progress/tally.ts';
import { subjectMapKey } from '#lib/review/review-subject.ts';
import { countedReviews, rebuildReviews } from '#lib/server/review/rebuild-reviews.ts';
import type { World } from '#lib/server/world.ts';
import { differingRows } from './differing-rows.ts';

export interface Recount {
  readonly people: number;
  readonly differences: readonly Difference[];
  /** The number of users whose totals were repaired. */
  readonly repaired: number;
}

/** A stored total that differs from the ledger; null on the side that lacks it. */
export interface Difference {
  readonly userId: string;
  readonly total: 'points' | 'streak' | 'activity' | 'item' | 'review';
  /** The item, lesson/activity or review subject; empty for totals of the whole user. */
  readonly subject: string;
  readonly stored: unknown;
  readonly counted: unknown;
}

export interface RecountOptions {
  readonly repair?: boolean;
  /** The people to count; everybody without it. */
  readonly userIds?: readonly string[];
  /** Called before each person; what it returns is waited for. */
  readonly onPerson?: (done: number, total: number) => unknown;
}

/**
 * Recounts users' totals from the ledger, with the rules that grading uses. A difference is checked again with the
 * user's row locked, so that an answer that is being recorded is not reported as a difference.
 */
export async function recount(
  world: World,
  { repair = false, userIds, onPerson }: RecountOptions = {},
): Promise<Recount> {
  const { database } = world;
  const library = await world.library();
  const ids = userIds ?? (await listUserIds(database.db));
  const differences: Difference[] = [];
  let repaired = 0;
  for (const [index, userId] of ids.entries()) {
    await onPerson?.(index, ids.length);
    const person = await findUserById(database.db, userId);
    if (!person || (await compare(database.db, person, library)).differences.length === 0) continue;
    const found = await database.transaction(async (tx) => {
      const locked = await lockPerson(tx, userId);
      if (!locked) return [];
      const { counted, differences: real } = await compare(tx, locked, library);
      if (repair && real.length > 0) await store(tx, userId, { counted, library });
      return real;
    });
    differences.push(...found);
    if (repair && found.length > 0) repaired += 1;
  }
  return { people: ids.length, differences, repaired };
}

function placementsOf(library: Library): ItemLocations {
  return {
    activityOf: (itemId) => {
      const found = library.item(itemId);
      return found && { lessonId: found.lesson.id, activity: found.activity };
    },
    hasNoQuestions: ({ lessonId, activity }) =>
      library.lessonById(lessonId)?.activities.find(({ slug }) => slug === activity)?.items.length === 0,
  };
}

async function compare(
  tx: Tx,
  person: Person,
  library: Library,
): Promise<{ counted: Totals; differences: Difference[] }> {
  const { id: userId } = person;
  const ledger = await listLedger(tx, [userId]);
  const counted = recountTotals(ledger, await listReadings(tx, userId), placementsOf(library));
  const whole = [
    { total: 'points' as const, subject: '', stored: person.xp, counted: counted.xp },
    { total: 'streak' as const, subject: '', stored: streakOf(person), counted: counted.streak },
  ].filter((row) => !isDeepStrictEqual(row.stored, row.counted));
  const activities = differingRows(
    await listActivityStandings(tx, [userId]),
    activityRows(userId, counted),
    activityPath,
  );
  const items = differingRows(
    await listAllItemStandings(tx, userId),
    itemRows(userId, counted),
    ({ itemId }) => itemId,
  );
  const reviews = differingRows(
    await listReviews(tx, userId),
    await countedReviews(tx, userId, library),
    subjectMapKey,
  );
  const rows = [
    ...whole,
    ...activities.map((row) => ({ total: 'activity' as const, ...row })),
    ...items.map((row) => ({ total: 'item' as const, ...row })),
    ...reviews.map((row) => ({ total: 'review' as const, ...row })),
  ];
  return { counted, differences: rows.map((row) => ({ userId, ...row })) };
}

/** Counts a person's totals and review schedules again and stores them. The caller holds the lock of `lockPerson`. */
export async function storeCounted(tx: Tx, person: Person, library: Library): Promise<Totals> {
  const { counted } = await compare(tx, person, library);
  await store(tx, person.id, { counted, library });
  return counted;
}

async function store(
  tx: Tx,
  userId: string,
  { counted, library }: { readonly counted: Totals; readonly library: Library },
): Promise<void> {
  await replaceStandings(tx, userId, itemRows(userId, counted), activityRows(userId, counted));
  const totals = { id: userId, ...storedStreak(counted.streak), xp: counted.xp };
  await writeTogether(tx, [totalsWrite(totals)]);
  await rebuildReviews(tx, userId, library);
}

const itemRows = (userId: string, { items }: Totals): ItemStanding[] =>
  items.map((row) => ({ userId, ...row }));
const activityRows = (userId: string, { activities }: Totals): ActivityStandingRow[] =>
  activities.map((row) => ({ userId, ...row }));
