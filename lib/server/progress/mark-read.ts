import { recordReading } from '#db/readings.ts';
import { activityStandingWrite, lockPerson } from '#db/standings.ts';
import { writeTogether } from '#db/write-together.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { lessonBadge } from '#lib/progress/end-sitting.ts';
import { progressIn } from '#lib/progress/lesson-progress.ts';
import type { EarnedBadge, ProgressUpdate } from '#lib/progress/sitting-view.ts';
import { afterReading } from '#lib/progress/tally.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import type { ActivityName } from '#lib/sitting/activity-context.ts';
import { awardBadge } from './award-badge.ts';
import { shownStandings } from './unrevealed-answers.ts';

/** Marks an activity without questions as read, which is its only step of progress. */
export async function markRead(
  world: World,
  user: SessionUser,
  { lesson: lessonId, activity }: ActivityName,
): Promise<Result<{ badge: EarnedBadge | null; progress: ProgressUpdate }, 'not-found' | 'has-questions'>> {
  const lesson = (await world.library()).lessonById(lessonId);
  const found = lesson?.activities.find((candidate) => candidate.slug === activity);
  if (!lesson || !found) return refuse('not-found');
  if (found.items.length > 0) return refuse('has-questions');
  const at = world.now();
  return world.database.transaction(async (tx) => {
    await lockPerson(tx, user.id);
    const isNew = await recordReading(tx, { userId: user.id, lessonId, activity, at });
    if (isNew) {
      const standing = { userId: user.id, ...afterReading({ lessonId, activity }, at) };
      await writeTogether(tx, [activityStandingWrite(standing)]);
    }
    const standings = await shownStandings(tx, await world.library(), user.id);
    const award = user.role === 'guest' ? null : lessonBadge(lesson, standings, { userId: user.id, at });
    const badge = await awardBadge(tx, lesson, award);
    return ok({ badge, progress: progressIn(lesson, activity, standings) });
  });
}
