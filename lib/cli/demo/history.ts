import { listVerdicts } from '#db/verdicts.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { fitsBefore, isWeekend, localTime } from './calendar.ts';
import type { Learner } from './learner.ts';
import { happens } from './odds.ts';
import { plannedSteps, type Step } from './plan.ts';
import { revise } from './revise.ts';
import { sit } from './sit.ts';
import { study } from './study.ts';

/** Lives through a student's weeks, from the day they joined up to today. */
export async function liveThrough(
  learner: Learner,
  lessons: readonly Lesson[],
  firstDay: number,
  now: Date,
): Promise<void> {
  const { world, character, chance } = learner;
  const steps = plannedSteps(chance, character, lessons);
  for (let daysAgo = firstDay; daysAgo >= 0; daysAgo--) {
    const start = localTime(now, daysAgo, character.hour + chance.below(3) - 1, chance.below(60));
    if (
      !happens(chance, zeal(learner, firstDay, daysAgo, isWeekend(now, daysAgo))) ||
      !fitsBefore(now, start)
    )
      continue;
    world.moveTo(start);
    const today = steps.splice(0, 2 + chance.below(3));
    const isWayBack = happens(chance, 0.3 * character.diligence);
    if (today.length === 0 || isWayBack) await revise(learner);
    for (const step of today) await take(learner, step);
    if (today.length === 0) await testAgain(learner, lessons);
  }
}

/** Probability of a session on that day. */
function zeal({ character }: Learner, firstDay: number, daysAgo: number, weekend: boolean): number {
  if (character.kind === 'absent') return 0;
  if (daysAgo === firstDay) return 0.9;
  const fading = character.kind === 'one-lesson' && daysAgo < firstDay - 12 ? 0 : 1;
  const isKeen = character.kind === 'star';
  const fresh = isKeen && daysAgo < 12 ? 2.2 : 1;
  const rest = weekend ? (isKeen ? 0.85 : 0.4) : 1;
  return Math.min(0.97, 0.38 * character.diligence * rest * fresh) * fading;
}

export async function take(learner: Learner, { lesson, activity }: Step): Promise<void> {
  if (activity === 'test') return sit(learner, lesson, 'test');
  if (activity.slug === 'challenge') return sit(learner, lesson, 'challenge');
  if (isWall(learner, lesson, activity))
    await startOver(learner.world, learner.user, { lesson: lesson.id, activity: activity.slug });
  return study(learner, lesson, activity);
}

function isWall({ character: { wall } }: Learner, lesson: Lesson, activity: Activity): boolean {
  return wall?.lessonId === lesson.id && wall.activity === activity.slug;
}

/** Whoever has done it all takes a test again that did not end well. */
async function testAgain(learner: Learner, lessons: readonly Lesson[]): Promise<void> {
  const { world, user, character, chance } = learner;
  for (const lesson of lessons) {
    const [last] = await listVerdicts(world.database.db, user.id, lesson.id);
    if (last && last.outcome !== 'strong' && happens(chance, 0.3 * character.diligence)) {
      return sit(learner, lesson, 'test');
    }
  }
}
