import type { Chance } from '#lib/chance/chance.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';
import type { Character } from './character.ts';
import { happens } from './odds.ts';

/** One thing to do in a session. */
export interface Step {
  readonly lesson: Lesson;
  readonly activity: Activity | 'test';
}

const likelihood: Record<ActivitySlug, number> = {
  introduction: 1,
  why: 0.8,
  deep: 0.75,
  visualize: 0.85,
  try: 0.95,
  challenge: 0.85,
  project: 0.55,
  review: 0.65,
  scale: 0.5,
  practice: 0.6,
  test: 0.85,
};

/** Everything that a student plans to do, in order. The calendar decides how much of it happens. */
export function plannedSteps(own: Chance, character: Character, lessons: readonly Lesson[]): Step[] {
  if (character.kind === 'absent') return [];
  const steps = lessons.flatMap((lesson) => stepsOf(own, character, lesson));
  if (character.kind === 'one-lesson') return steps.filter(({ lesson }) => lesson === lessons[0]);
  return character.stuckAt ? untilStuck(steps, character.stuckAt) : steps;
}

function stepsOf(own: Chance, { diligence, stuckAt }: Character, lesson: Lesson): Step[] {
  const isDone = (slug: ActivitySlug) =>
    (stuckAt?.lessonId === lesson.id && stuckAt.activity === slug) ||
    happens(own, Math.min(1, likelihood[slug] * (0.6 + 0.5 * diligence)));
  const activities = lesson.activities.filter(({ slug }) => isDone(slug));
  const steps: Step[] = activities.map((activity) => ({ lesson, activity }));
  if (lesson.pool.length === 0 || !isDone('test')) return steps;
  const testFirst = happens(own, 0.1);
  return testFirst ? [{ lesson, activity: 'test' }, ...steps] : [...steps, { lesson, activity: 'test' }];
}

/** The steps up to the activity in which the student is stuck, which is repeated three times. */
function untilStuck(steps: readonly Step[], stuckAt: NonNullable<Character['stuckAt']>): Step[] {
  const at = steps.findIndex(
    ({ lesson, activity }) =>
      activity !== 'test' && lesson.id === stuckAt.lessonId && activity.slug === stuckAt.activity,
  );
  const step = steps[at];
  return step ? [...steps.slice(0, at), step, step, step] : [...steps];
}
