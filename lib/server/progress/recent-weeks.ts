import { listActiveDays } from '#db/active-days.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { type ActiveWeek, activeWeeks } from '#lib/progress/active-week.ts';
import type { World } from '#lib/server/world.ts';
import { unrevealedAnswers } from './unrevealed-answers.ts';

const dayMs = 24 * 60 * 60_000;

/** The last `count` weeks of a learner's own calendar, oldest first. Reads the answers of these weeks only. */
export async function recentWeeks(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
  count: number,
): Promise<ActiveWeek[]> {
  const now = world.now();
  // Any week's Monday, in any time zone, began less than eight days ago.
  const since = new Date(now.getTime() - (count * 7 + 1) * dayMs);
  const days = await listActiveDays(world.database.db, user.id, since);
  const unrevealed = await unrevealedAnswers(world.database.db, await world.library(), [user.id]);
  const shown = days.map(({ day, answers, right }) => {
    const hidden = unrevealed.filter(({ localDay: on }) => on === day);
    return {
      ...{ day, answers, open: hidden.length },
      right: right - hidden.filter(({ verdict }) => verdict === 'right').length,
    };
  });
  return activeWeeks(shown, localDay(now, user.timeZone), count);
}
