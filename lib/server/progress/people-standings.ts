import { listAbilities, listOffsetBeliefs } from '#db/beliefs.ts';
import type { Db } from '#db/client.ts';
import { hasOpenSitting } from '#db/sittings.ts';

export interface LessonStanding {
  /** Ability plus offset, in logits. */
  readonly standing: number;
  readonly lastAt: Date;
}

/** The estimated ability of users in each lesson that they have answered, by `standingId`. */
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
 * The same for one user, as this user may see it. While a test or challenge is open the standing is null, as its changes
 * would reveal which answers are right.
 */
export async function visibleStandings(
  db: Db,
  userId: string,
): Promise<ReadonlyMap<string, { readonly standing: number | null; readonly lastAt: Date }>> {
  const standings = await peopleStandings(db, [userId]);
  if (!(await hasOpenSitting(db, userId, ['test', 'challenge']))) return standings;
  return new Map([...standings].map(([id, { lastAt }]) => [id, { standing: null, lastAt }]));
}

export const standingId = (userId: string, lessonId: string): string => `${userId}/${lessonId}`;
