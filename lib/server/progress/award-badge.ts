import { type Badge, recordBadge } from '#db/badges.ts';
import type { Tx } from '#db/client.ts';
import { listActivityStandings } from '#db/standings.ts';
import type { BadgeRule, Lesson } from '#lib/lesson/lesson.ts';
import { lessonProgress } from '#lib/progress/lesson-progress.ts';
import type { EarnedBadge } from '#lib/progress/sitting-view.ts';

/** Awards a lesson's badge if `earned` fulfils its rule and the person does not have it yet. */
export async function awardBadge(
  tx: Tx,
  lesson: Lesson,
  earned: { userId: string; rule: BadgeRule['rule']; timed: Badge['timed']; at: Date },
): Promise<EarnedBadge | null> {
  const { badge } = lesson;
  if (badge?.rule !== earned.rule) return null;
  const isNew = await recordBadge(tx, {
    userId: earned.userId,
    badgeId: badge.id,
    lessonId: lesson.id,
    timed: earned.timed,
    earnedAt: earned.at,
  });
  return isNew ? { id: badge.id, name: badge.name, about: badge.about } : null;
}

/** Awards the badge for solving everything in a lesson, once all of it is solved. */
export async function awardLessonBadge(
  tx: Tx,
  lesson: Lesson,
  userId: string,
  at: Date,
): Promise<EarnedBadge | null> {
  if (lesson.badge?.rule !== 'lesson') return null;
  const { done, total } = lessonProgress(lesson, await listActivityStandings(tx, [userId]));
  return done < total ? null : awardBadge(tx, lesson, { userId, rule: 'lesson', timed: 'no-clock', at });
}
