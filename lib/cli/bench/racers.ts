import type { Database } from '#db/client.ts';
import { insertUser } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';

const born = new Date('2026-01-01T00:00:00Z');

/** The signed-in person of one race or one simulated student. */
export function personOf(n: number): SessionUser {
  return {
    id: `racer-${n}`,
    userName: `racer-${n}`,
    displayName: `Racer ${n}`,
    role: 'student',
    timeZone: 'UTC',
    createdAt: new Date(0),
    boardName: null,
    onBoard: false,
    hidesPoints: false,
    hidesStreak: false,
    hidesBadges: false,
    hidesBoard: false,
    clockFactor: 1,
    timeAllowance: 1,
    xp: 0,
    streakDays: 0,
    streakBest: 0,
    streakFreezes: 0,
    lastActiveDay: null,
    lastActiveAt: null,
    lastActiveZone: null,
  };
}

const peoplePerCommit = 500;

export async function addPeople(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += peoplePerCommit) {
    await database.transaction(async (tx) => {
      for (let n = from; n < Math.min(count, from + peoplePerCommit); n += 1) {
        const { id, userName, displayName, role, timeZone } = personOf(n);
        await insertUser(tx, {
          id,
          userName,
          displayName,
          role,
          timeZone,
          sessionsValidFrom: born,
          createdAt: born,
        });
      }
    });
  }
}
