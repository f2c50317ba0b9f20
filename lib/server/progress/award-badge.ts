import { recordBadge } from '#db/badges.ts';
import type { Tx } from '#db/client.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { BadgeAward } from '#lib/progress/end-sitting.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';

/** Stores a badge. Null when there is none or the person has it already. */
export async function awardBadge(
  tx: Tx,
  { badge }: Lesson,
  award: BadgeAward | null,
): Promise<EarnedBadge | null> {
  const isNew = award !== null && (await recordBadge(tx, award));
  return isNew && badge ? { id: badge.id, name: badge.name, about: badge.about } : null;
}
