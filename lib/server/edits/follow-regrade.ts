import { listBadges, recordBadge } from '#db/badges.ts';
import type { Tx } from '#db/client.ts';
import { findRecords } from '#db/records.ts';
import { listResponsesIn } from '#db/responses.ts';
import { listServings, regradeServing } from '#db/servings.ts';
import { listNewestSittings } from '#db/sittings.ts';
import { lockPerson } from '#db/standings.ts';
import { listVerdicts } from '#db/verdicts.ts';
import type { FoundItem, Library } from '#lib/lesson/library.ts';
import { type BadgeAward, badgeFor, lessonBadge } from '#lib/progress/end-sitting.ts';
import type { Totals } from '#lib/progress/recount.ts';
import { storeCounted } from '#lib/server/progress/recount.ts';
import { isTimed } from '#lib/sitting/item-record.ts';

/** Answers to one item whose grades have just changed. */
export interface Regraded {
  readonly found: FoundItem;
  readonly library: Library;
  readonly userIds: readonly string[];
  readonly sittingIds: readonly string[];
  readonly at: Date;
}

/** Locks the rows of these people in one order, so that no answer of theirs is graded meanwhile and nobody waits in a circle. */
export async function lockPeople(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const locked: string[] = [];
  for (const id of [...new Set(userIds)].toSorted()) if (await lockPerson(tx, id)) locked.push(id);
  return locked;
}

/**
 * What an item's round in each sitting has from its answers: the best score, and whether it is solved. One that becomes solved
 * is settled at the time of the event; one that is no longer is open again if it was settled then.
 */
export async function followInSittings(
  tx: Tx,
  { found, sittingIds, at }: Regraded,
  undone: Date | null,
): Promise<void> {
  const itemId = found.item.id;
  const answers = (await listResponsesIn(tx, sittingIds)).filter((answer) => answer.itemId === itemId);
  for (const sittingId of sittingIds) {
    const own = answers.filter((answer) => answer.sittingId === sittingId);
    const serving = (await listServings(tx, sittingId)).find((one) => one.itemId === itemId);
    if (!serving) continue;
    const solved = own.some(({ verdict }) => verdict === 'right');
    const wasSettledThen = !solved && undone !== null && serving.settledAt?.getTime() === undone.getTime();
    await regradeServing(tx, {
      ...{ sittingId, itemId, solved },
      bestScore: Math.max(0, ...own.map(({ score }) => score)),
      settledAt: wasSettledThen ? null : (serving.settledAt ?? (solved ? at : null)),
    });
  }
}

/** Counts the totals of the people again; returns them by person. */
export async function followInTotals(tx: Tx, { userIds, library }: Regraded): Promise<Map<string, Totals>> {
  const totals = new Map<string, Totals>();
  for (const id of userIds) {
    const person = await lockPerson(tx, id);
    if (person) totals.set(id, await storeCounted(tx, person, library));
  }
  return totals;
}

/** The newest challenges of a person that are looked at for a badge. */
const mostSittings = 500;

/** The badge of the item's lesson that the person has earned by now, whether or not they have it. */
export async function earnedBadge(
  tx: Tx,
  { found: { lesson }, at }: Pick<Regraded, 'found' | 'at'>,
  { userId, totals }: { readonly userId: string; readonly totals: Totals | undefined },
): Promise<BadgeAward | null> {
  if (!lesson.badge) return null;
  if (lesson.badge.rule === 'lesson') return lessonBadge(lesson, totals?.activities ?? [], { userId, at });
  if (lesson.badge.rule === 'test') {
    const isStrong = (await listVerdicts(tx, userId, lesson.id)).some(({ outcome }) => outcome === 'strong');
    return isStrong ? badgeFor(lesson, { userId, rule: 'test', timed: 'no-clock', at }) : null;
  }
  const items = lesson.activities.find(({ slug }) => slug === 'challenge')?.items ?? [];
  for (const { id, lessonId } of await listNewestSittings(tx, userId, 'challenge', mostSittings)) {
    const found = lessonId === lesson.id ? await findRecords(tx, id) : undefined;
    if (!found) continue;
    const { sitting, records } = found;
    const isWhole =
      sitting.closedAt !== null &&
      sitting.scope !== 'missed' &&
      sitting.itemIds.every((id) => records.get(id)?.serving.solved);
    const asked = items.filter(({ id }) => sitting.itemIds.includes(id));
    const timed = isTimed({ records }, asked) ? 'timed' : 'untimed';
    if (isWhole) return badgeFor(lesson, { userId, rule: 'challenge', timed, at });
  }
  return null;
}

/** Gives the badge of the lesson to everybody who has earned it now; returns whom. A badge is never taken away by a regrade. */
export async function followInBadges(
  tx: Tx,
  regraded: Regraded,
  totals: ReadonlyMap<string, Totals>,
): Promise<string[]> {
  const given: string[] = [];
  for (const userId of regraded.userIds) {
    const held = (await listBadges(tx, userId)).map(({ badgeId }) => badgeId);
    const award = await earnedBadge(tx, regraded, { userId, totals: totals.get(userId) });
    if (award && !held.includes(award.badgeId) && (await recordBadge(tx, award))) given.push(userId);
  }
  return given;
}
