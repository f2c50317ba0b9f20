import { listAbilities, listOffsetBeliefs } from '#db/beliefs.ts';
import type { Db } from '#db/client.ts';

export interface LessonStandingNow {
  /** Ability plus offset, in logits. */
  readonly standing: number;
  readonly lastAt: Date;
}

/** What is believed of some people in each lesson that they answered, by `standingKey`. */
export async function peopleStandings(
  db: Db,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, LessonStandingNow>> {
  const abilities = await listAbilities(db, userIds);
  const offsets = await listOffsetBeliefs(db, userIds);
  return new Map(
    offsets.map(({ userId, lessonId, mean, lastAt }) => [
      standingKey(userId, lessonId),
      { standing: (abilities.get(userId) ?? 0) + mean, lastAt },
    ]),
  );
}

export const standingKey = (userId: string, lessonId: string): string => `${userId}/${lessonId}`;
