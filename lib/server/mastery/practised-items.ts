import type { Db } from '#db/client.ts';
import { listItemsSince } from '#db/sittings.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { dueSlug } from '#lib/sitting/drill.ts';

/** For how long a practised item is avoided in tests. */
const practisedMs = 7 * 24 * 60 * 60_000;

/** Items served in drills and reviews of the last week, with feedback and solution; `drills` by sitting, newest first. */
export async function practisedItems(
  db: Db,
  { userId, lesson }: { readonly userId: string; readonly lesson: Lesson },
  now: Date,
) {
  const since = new Date(now.getTime() - practisedMs);
  const drills = await listItemsSince(db, {
    userId,
    lessonId: lesson.id,
    activity: dueSlug,
    activityPattern: 'drill-%',
    since,
  });
  return { drills, practised: new Set(drills.flat()) };
}
