import { listBadges, withdrawBadge } from '#db/badges.ts';
import type { Tx } from '#db/client.ts';
import {
  findRegrade,
  listRegradedBy,
  listRegrades,
  listRegradesOfTests,
  listVerdictsMovedBy,
  type RegradeEvent,
  recordRegrade,
} from '#db/regrades.ts';
import { replaceVerdict } from '#db/verdicts.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import {
  earnedBadge,
  followInSittings,
  followInTotals,
  lockPeople,
  type Regraded,
} from './follow-regrade.ts';

export interface UndoRequest {
  readonly regradeId: string;
  readonly reason: string;
  readonly by: string | null;
}

export type UndoRefusal = 'unknown-regrade' | 'undone' | 'unknown-item' | 'later-regrade';

/**
 * Restores the grades, verdicts and totals of before a regrade, as another event, and takes back the badges that it gave to
 * people who have not earned them otherwise since. The newest regrade of an item or of a test is undone first.
 */
export async function undoRegrade(
  world: World,
  { regradeId, reason, by }: UndoRequest,
): Promise<Result<{ readonly id: string; readonly answers: number }, UndoRefusal>> {
  const library = await world.library();
  return world.database.transaction(async (tx) => {
    const event = await findRegrade(tx, regradeId);
    if (!event || event.undoes !== null) return refuse('unknown-regrade');
    const found = library.item(event.itemId);
    if (!found) return refuse('unknown-item');
    await lockPeople(
      tx,
      (await listRegradedBy(tx, regradeId)).map(({ userId }) => userId),
    );
    const refusal = await whyNot(tx, event);
    if (refusal) return refuse(refusal);
    const rows = await listRegradedBy(tx, regradeId);
    const [id, at] = [world.newId(), world.now()];
    const { itemId, itemVersion, policy } = event;
    await recordRegrade(
      tx,
      { id, itemId, itemVersion, policy, reason, regradedBy: by, undoes: regradeId, at },
      rows.map(({ userId: _user, sittingId: _sitting, ...row }) => ({
        responseId: row.responseId,
        ...{ score: row.scoreBefore, verdict: row.verdictBefore, points: row.pointsBefore },
        ...{ scoreBefore: row.score, verdictBefore: row.verdict, pointsBefore: row.points },
      })),
    );
    const regraded: Regraded = {
      ...{ found, library, at },
      userIds: [...new Set(rows.map(({ userId }) => userId))].toSorted(),
      sittingIds: [...new Set(rows.map(({ sittingId }) => sittingId))],
    };
    await followInSittings(tx, regraded, event.at);
    for (const { sittingId, before } of await listVerdictsMovedBy(tx, regradeId))
      await replaceVerdict(tx, sittingId, before);
    const totals = await followInTotals(tx, regraded);
    for (const userId of regraded.userIds) {
      const given = (await listBadges(tx, userId)).filter(
        ({ lessonId, earnedAt }) => lessonId === found.lesson.id && earnedAt.getTime() === event.at.getTime(),
      );
      const earned = await earnedBadge(tx, regraded, { userId, totals: totals.get(userId) });
      for (const badge of given) if (badge.badgeId !== earned?.badgeId) await withdrawBadge(tx, badge);
    }
    return ok({ id, answers: rows.length });
  });
}

/** An event is undone once, and before it every later one of the same item or of the same tests. */
async function whyNot(tx: Tx, event: RegradeEvent): Promise<'undone' | 'later-regrade' | null> {
  const all = await listRegrades(tx);
  const undone = new Set(all.map(({ undoes }) => undoes));
  if (undone.has(event.id)) return 'undone';
  const tests = (await listVerdictsMovedBy(tx, event.id)).map(({ sittingId }) => sittingId);
  const related = [
    ...all.filter(({ itemId }) => itemId === event.itemId),
    ...(await listRegradesOfTests(tx, tests)),
  ];
  const isLater = related.some(
    ({ id, ordinal, undoes }) => ordinal > event.ordinal && undoes === null && !undone.has(id),
  );
  return isLater ? 'later-regrade' : null;
}
