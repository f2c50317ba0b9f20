import type { Tx } from '#db/client.ts';
import { closeSitting, type Sitting } from '#db/sittings.ts';
import { recordVerdict } from '#db/verdicts.ts';
import { guessChance } from '#lib/mastery/guess-chance.ts';
import { testVerdict } from '#lib/mastery/verdict.ts';
import type { EarnedBadge } from '#lib/sitting/sitting-view.ts';
import { awardBadge } from './award-badge.ts';
import type { Place } from './place.ts';
import { readSitting } from './serve-items.ts';

/** Closes a challenge or test whose every item is done; a test gets its verdict, a full challenge its badge. */
export async function finishSitting(tx: Tx, place: Place, sitting: Sitting, userId: string, now: Date): Promise<EarnedBadge | null> {
  if (!(await closeSitting(tx, sitting.id, now))) return null;
  const records = await readSitting(tx, sitting.id);
  const solved = (id: string) => records.get(id)?.serving?.solved ?? false;
  if (place.kind.mode === 'test') {
    const items = sitting.itemIds.flatMap((id) => place.items.find((item) => item.id === id) ?? []);
    const { more: _more, ...verdict } = testVerdict(items.map((item) => ({ correct: solved(item.id), guess: guessChance(item) })));
    await recordVerdict(tx, {
      sittingId: sitting.id,
      userId,
      lessonId: place.lesson.id,
      ...verdict,
      right: items.filter((item) => solved(item.id)).length,
      asked: items.length,
      at: now,
    });
    return verdict.outcome === 'strong' ? awardBadge(tx, place.lesson, { userId, rule: 'test', timed: 'no-clock', at: now }) : null;
  }
  return sitting.itemIds.every(solved)
    ? awardBadge(tx, place.lesson, { userId, rule: 'challenge', timed: sitting.timed, at: now })
    : null;
}
