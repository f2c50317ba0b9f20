import type { Tx } from '#db/client.ts';
import { closeSitting, type Sitting } from '#db/sittings.ts';
import { recordVerdict } from '#db/verdicts.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import { type TestVerdict, testVerdict } from '#lib/mastery/verdict.ts';
import type { EarnedBadge } from '#lib/sitting/sitting-view.ts';
import { awardBadge } from './award-badge.ts';
import type { Place } from './place.ts';
import { scheduleSitting } from './schedule-review.ts';
import { type ItemRecord, readSitting } from './serve-items.ts';

/** Closes a challenge or test whose every item is done; a test gets its verdict, a full challenge its badge. */
export async function finishSitting(
  tx: Tx,
  place: Place,
  sitting: Sitting,
  userId: string,
  now: Date,
): Promise<EarnedBadge | null> {
  if (!(await closeSitting(tx, sitting.id, now))) return null;
  await scheduleSitting(tx, place, sitting);
  const records = await readSitting(tx, sitting.id);
  const items = itemsOf(place, sitting);
  const solved = items.filter((item) => isSolved(records.get(item.id)));
  const met = { userId, at: now };
  if (place.kind.mode === 'test') {
    const { more: _more, ...verdict } = verdictOf(place.lesson, items, records);
    const { lesson } = place;
    const counts = { right: solved.length, asked: items.length };
    await recordVerdict(tx, {
      sittingId: sitting.id,
      userId,
      lessonId: lesson.id,
      ...verdict,
      ...counts,
      at: now,
    });
    return verdict.outcome === 'strong'
      ? awardBadge(tx, lesson, { ...met, rule: 'test', timed: 'no-clock' })
      : null;
  }
  const timed = isTimed(items, records) ? 'timed' : 'untimed';
  return solved.length === items.length && sitting.scope !== 'missed'
    ? awardBadge(tx, place.lesson, { ...met, rule: 'challenge', timed })
    : null;
}

/** The items that a sitting drew, as far as the lesson still has them. */
export function itemsOf(place: Place, sitting: Sitting): Item[] {
  return sitting.itemIds.flatMap((id) => place.items.find((item) => item.id === id) ?? []);
}

export const isSolved = (record: ItemRecord | undefined): boolean => record?.serving?.solved ?? false;

/** Whether every clock of the sitting ran: a clock turned off on the way makes it untimed. */
export function isTimed(items: readonly Item[], records: ReadonlyMap<string, ItemRecord>): boolean {
  const clocked = items.filter((item) => item.timeMs !== null);
  return clocked.length > 0 && clocked.every((item) => records.get(item.id)?.serving?.deadlineAt != null);
}

/** What the answers of a test say, each read with the chance of a lucky guess. */
export function verdictOf(
  lesson: Lesson,
  items: readonly Item[],
  records: ReadonlyMap<string, ItemRecord>,
): TestVerdict {
  return testVerdict(
    items.flatMap((item) => {
      const secret = lesson.secrets.get(item.id)?.open();
      return secret
        ? [{ correct: isSolved(records.get(item.id)), guess: guessChance(item, secret.key) }]
        : [];
    }),
  );
}
