import type { Db } from '#db/client.ts';
import { listRunningServings } from '#db/clocks.ts';
import { listOpenSittings } from '#db/sittings.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import { activityTitle } from '#lib/sitting/drill.ts';

/** A challenge or test that a person has started and not ended. */
export interface OpenSitting {
  readonly href: string;
  readonly title: string;
  readonly lessonTitle: string;
  /** Time left for the problem that is open; null when no clock runs. */
  readonly leftMs: number | null;
}

/** The challenges and tests that a person has open, the newest first; one query when there is none, as is usual. */
export async function openSittings(
  db: Db,
  library: Library,
  userId: string,
  now: Date,
): Promise<OpenSitting[]> {
  const open = await listOpenSittings(db, [userId], ['challenge', 'test']);
  if (open.length === 0) return [];
  const running = await listRunningServings(db, userId, now);
  return open.flatMap(({ id, lessonId, activity }) => {
    const lesson = library.lessonById(lessonId);
    if (!lesson) return [];
    const deadline = running.find(({ sittingId }) => sittingId === id)?.deadlineAt;
    return [
      {
        href: lessonPath(lesson, activity),
        title: activityTitle(activity),
        lessonTitle: lesson.title,
        leftMs: deadline ? deadline.getTime() - now.getTime() : null,
      },
    ];
  });
}
