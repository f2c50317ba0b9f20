import type { Db } from '#db/client.ts';
import { listResponsesIn, listRightAnswers } from '#db/responses.ts';
import { listOpenSittings } from '#db/sittings.ts';
import { listActivityStandings } from '#db/standings.ts';
import type { User } from '#db/users.ts';
import type { Library } from '#lib/lesson/library.ts';
import {
  revealedStandings,
  type UnrevealedAnswer,
  unrevealedPoints,
} from '#lib/progress/unrevealed-answer.ts';
import type { World } from '#lib/server/world.ts';

type Activity = 'challenge' | 'test';

/**
 * The answers of these people that no page may tell right from wrong yet: those in open tests, and in open challenges
 * whose feedback is due at their end. A test pays no points and has no steps, so figures of these ask for challenges alone,
 * which needs no query unless an author has written such a challenge.
 */
export async function unrevealedAnswers(
  db: Db,
  library: Library,
  userIds: readonly string[],
  activities: readonly Activity[] = ['challenge', 'test'],
): Promise<UnrevealedAnswer[]> {
  const silent = new Set(library.lessons().flatMap((lesson) => (isSilent(lesson) ? [lesson.id] : [])));
  const asked = activities.filter((activity) => activity === 'test' || silent.size > 0);
  if (asked.length === 0 || userIds.length === 0) return [];
  const open = (await listOpenSittings(db, userIds, asked)).filter(
    ({ activity, lessonId }) => activity === 'test' || silent.has(lessonId),
  );
  if (open.length === 0) return [];
  const given = await listResponsesIn(
    db,
    open.map(({ id }) => id),
  );
  const sittingIds = new Set(open.map(({ id }) => id));
  const itemIds = given.map(({ itemId }) => itemId);
  const solvedElsewhere = new Set(
    (await listRightAnswers(db, { userIds, itemIds }))
      .filter(({ sittingId }) => !sittingIds.has(sittingId))
      .map(({ userId, itemId }) => JSON.stringify([userId, itemId])),
  );
  return given.map((response) => ({
    ...response,
    // Progress counts in the activity that the item is in now.
    activity: library.item(response.itemId)?.activity ?? response.activity,
    isNewlySolved:
      response.verdict === 'right' &&
      !solvedElsewhere.has(JSON.stringify([response.userId, response.itemId])),
  }));
}

function isSilent({ activities }: ReturnType<Library['lessons']>[number]): boolean {
  return activities.some(({ slug, delivery }) => slug === 'challenge' && delivery.feedback === 'at-end');
}

/** A learner's points as pages show them. */
export async function shownPoints(
  { database, library }: Pick<World, 'database' | 'library'>,
  { id, xp }: Pick<User, 'id' | 'xp'>,
): Promise<number> {
  return (
    xp - unrevealedPoints(await unrevealedAnswers(database.db, await library(), [id], ['challenge']), id)
  );
}

/** A learner's activity totals in all lessons as pages show them. */
export async function shownStandings(db: Db, library: Library, userId: string) {
  const unrevealed = await unrevealedAnswers(db, library, [userId], ['challenge']);
  return revealedStandings(await listActivityStandings(db, [userId]), unrevealed);
}
