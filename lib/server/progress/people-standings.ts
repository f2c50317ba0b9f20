import { listAbilities, listOffsetBeliefs } from '#db/beliefs.ts';
import type { Db } from '#db/client.ts';
import { hasOpenSitting } from '#db/sittings.ts';

export interface LessonStanding {
  /** Ability plus offset, in logits. */
  readonly standing: number;
  readonly lastAt: Date;
}

/** The estimated ability of some people in each lesson that they answered, by `standingKey`. */
export async function peopleStandings(
  db: Db,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, LessonStanding>> {
  const abilities = await listAbilities(db, userIds);
  const offsets = await listOffsetBeliefs(db, userIds);
  return new Map(
    offsets.map(({ userId, lessonId, mean, lastAt }) => [
      standingId(userId, lessonId),
      { standing: (abilities.get(userId) ?? 0) + mean, lastAt },
    ]),
  );
}

/**
 * The same for one person, as that person may see it: while a test or challenge is open, a standing that changes would
 * reveal which of its answers are right.
 */
export async function visibleStandings(
  db: Db,
  userId: string,
): Promise<ReadonlyMap<string, { readonly standing: number | null; readonly lastAt: Date }>> {
  const own = await peopleStandings(db, [userId]);
  if (!(await hasOpenSitting(db, userId, ['test', 'challenge']))) return own;
  return new Map([...own].map(([key, { lastAt }]) => [key, { standing: null, lastAt }]));
}

export const standingId = (userId: string, lessonId: string): string => `${userId}/${lessonId}`;
