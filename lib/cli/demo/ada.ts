import type { Lesson } from '#lib/lesson/lesson.ts';
import { localTime } from './calendar.ts';
import type { Character } from './character.ts';
import type { Learner } from './learner.ts';
import { doStep } from './simulate-history.ts';

/** The featured student: one lesson finished with its badge, the next one half done. */
export function adasCharacter(lessons: readonly Lesson[]): Character {
  const [first] = lessons;
  return {
    kind: 'steady',
    stuckAt: null,
    diligence: 1,
    hour: 16,
    pace: 0.9,
    ability(lessonId, activity) {
      if (lessonId !== first?.id) return 0.5;
      return activity === 'challenge' || activity === 'test' ? 9 : 1.4;
    },
  };
}

/** Her sessions by days ago: first one lesson, then four days in a row up to yesterday. */
const diary = [
  { daysAgo: 9, lesson: 0, activities: ['introduction', 'why', 'visualize', 'try'] },
  { daysAgo: 8, lesson: 0, activities: ['review', 'practice', 'challenge', 'test'] },
  { daysAgo: 4, lesson: 1, activities: ['introduction', 'why'] },
  { daysAgo: 4, lesson: 0, activities: ['scale'] },
  { daysAgo: 3, lesson: 1, activities: ['deep', 'review'] },
  { daysAgo: 2, lesson: 1, activities: ['try'] },
  { daysAgo: 1, lesson: 1, activities: ['scale'] },
];

export async function simulateAda(
  learner: Learner,
  lessons: readonly Lesson[],
  firstDay: number,
  now: Date,
): Promise<void> {
  let day = Number.POSITIVE_INFINITY;
  for (const entry of diary) {
    const daysAgo = Math.min(firstDay, entry.daysAgo);
    if (daysAgo < day) learner.world.moveTo(localTime(now, daysAgo, learner.character.hour));
    day = daysAgo;
    const lesson = lessons[entry.lesson];
    if (lesson) await workThrough(learner, lesson, entry.activities);
  }
}

async function workThrough(learner: Learner, lesson: Lesson, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const activity = lesson.activities.find(({ slug }) => slug === name);
    if (name === 'test' && lesson.pool.length > 0) await doStep(learner, { lesson, activity: 'test' });
    if (activity) await doStep(learner, { lesson, activity });
  }
}
