import { and, eq, gt, max, sql } from 'drizzle-orm';
import { noPaymentFacts, type PaymentFacts } from '#lib/sitting/points.ts';
import type { Db } from './client.ts';
import { isOneOf } from './columns.ts';
import { prepared } from './prepared.ts';
import { itemStandings } from './schema/item-standings.ts';
import { servings, sittings } from './schema/sittings.ts';

interface ItemsOfLesson {
  readonly userId: string;
  readonly lessonId: string;
  readonly itemIds: readonly string[];
}

/** An item may have hints opened and no answer, or answers and no hint. */
const ofItems = prepared((queries, { userId, lessonId, itemIds }: ItemsOfLesson) => {
  const tried = queries
    .select({
      itemId: itemStandings.itemId,
      tries: itemStandings.tries,
      points: itemStandings.points,
    })
    .from(itemStandings)
    .where(and(eq(itemStandings.userId, userId), isOneOf(itemStandings.itemId, itemIds)))
    .as('tried');
  const hinted = queries
    .select({ itemId: servings.itemId, most: max(servings.hintsOpened).as('most') })
    .from(sittings)
    .innerJoin(servings, eq(servings.sittingId, sittings.id))
    .where(
      and(eq(sittings.userId, userId), eq(sittings.lessonId, lessonId), gt(servings.hintsOpened, sql`0`)),
    )
    .groupBy(servings.itemId)
    .as('hinted');
  return queries
    .select({
      triedId: tried.itemId,
      hintedId: hinted.itemId,
      tries: tried.tries,
      points: tried.points,
      hintsOpened: hinted.most,
    })
    .from(tried)
    .fullJoin(hinted, eq(hinted.itemId, tried.itemId));
});

/** What the payments of items of a lesson depend on, by item id; items that a person has not touched are absent. */
export async function listPaymentFacts(
  db: Db,
  { userId, lessonId, itemIds }: ItemsOfLesson,
): Promise<ReadonlyMap<string, PaymentFacts>> {
  const rows = await ofItems(db, { userId, lessonId, itemIds });
  return new Map(
    rows.flatMap(({ triedId, hintedId, tries, points, hintsOpened }) => {
      const id = triedId ?? hintedId;
      if (id === null) return [];
      const facts = {
        tries: tries ?? noPaymentFacts.tries,
        points: points ?? noPaymentFacts.points,
        hintsOpened: hintsOpened ?? noPaymentFacts.hintsOpened,
      };
      return [[id, facts] as const];
    }),
  );
}
