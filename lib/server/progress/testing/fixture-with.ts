import type { BadgeRule } from '#lib/lesson/lesson.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';

/**
 * The fixture course with another badge, with some of its activities, or with a challenge that gives no feedback before its
 * end.
 */
export function fixtureWith({
  isSilent,
  only,
  rule = 'challenge',
}: {
  readonly isSilent: boolean;
  readonly only?: readonly string[];
  readonly rule?: BadgeRule['rule'];
}): Library {
  const silent = { attempts: 1, feedback: 'at-end', solution: 'at-end' } as const;
  const tracks = fixtureLibrary().tracks.map((track) => ({
    ...track,
    lessons: track.lessons.map((lesson) => ({
      ...lesson,
      badge: lesson.badge && { ...lesson.badge, rule },
      activities: lesson.activities
        .filter(({ slug }) => only === undefined || only.includes(slug))
        .map((activity) =>
          isSilent && activity.slug === 'challenge'
            ? { ...activity, delivery: { ...activity.delivery, ...silent } }
            : activity,
        ),
    })),
  }));
  return makeLibrary(tracks, []);
}
