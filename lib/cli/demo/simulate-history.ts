import { listVerdicts } from '#db/verdicts.ts';
import type { Activity, Lesson } from '#lib/lesson/lesson.ts';
import { currentStep, dueSession } from '#lib/server/review/due-session.ts';
import { continueReview, startReview } from '#lib/server/review/start-review.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { dueSlug } from '#lib/sitting/drill.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import { endsBefore, isWeekend, localTime } from './calendar.ts';
import type { Learner } from './learner.ts';
import { happens } from './odds.ts';
import { plannedSteps, type Step } from './plan.ts';
import { study, workOn } from './study.ts';
import { takeTimedActivity } from './take-timed-activity.ts';

/** Simulates a student's sessions from the day they joined up to today. */
export async function simulateHistory(
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
      !happens(chance, sessionProbability(learner, firstDay, daysAgo, isWeekend(now, daysAgo))) ||
      !endsBefore(now, start)
    )
      continue;
    world.moveTo(start);
    const today = steps.splice(0, 2 + chance.below(3));
    const isReviewDay = happens(chance, 0.3 * character.diligence);
    if (today.length === 0 || isReviewDay) await doReview(learner);
    for (const step of today) await doStep(learner, step);
    if (today.length === 0) await retakeTest(learner, lessons);
  }
}

/** Probability of a session on that day. */
function sessionProbability(
  { character }: Learner,
  firstDay: number,
  daysAgo: number,
  weekend: boolean,
): number {
  if (character.kind === 'absent') return 0;
  if (daysAgo === firstDay) return 0.9;
  const fading = character.kind === 'one-lesson' && daysAgo < firstDay - 12 ? 0 : 1;
  const isKeen = character.kind === 'star';
  const fresh = isKeen && daysAgo < 12 ? 2.2 : 1;
  const rest = weekend ? (isKeen ? 0.85 : 0.4) : 1;
  return Math.min(0.97, 0.38 * character.diligence * rest * fresh) * fading;
}

export async function doStep(learner: Learner, { lesson, activity }: Step): Promise<void> {
  if (activity === 'test') return takeTimedActivity(learner, lesson, 'test');
  if (activity.slug === 'challenge') return takeTimedActivity(learner, lesson, 'challenge');
  if (isWhereStuck(learner, lesson, activity))
    await startOver(learner.world, learner.user, { lesson: lesson.id, activity: activity.slug });
  return study(learner, lesson, activity);
}

function isWhereStuck({ character: { stuckAt } }: Learner, lesson: Lesson, activity: Activity): boolean {
  return stuckAt?.lessonId === lesson.id && stuckAt.activity === activity.slug;
}

/** A student who has finished every step retakes a test that was not strong. */
async function retakeTest(learner: Learner, lessons: readonly Lesson[]): Promise<void> {
  const { world, user, character, chance } = learner;
  for (const lesson of lessons) {
    const [last] = await listVerdicts(world.database.db, user.id, lesson.id);
    if (last && last.outcome !== 'strong' && happens(chance, 0.3 * character.diligence)) {
      return takeTimedActivity(learner, lesson, 'test');
    }
  }
}

const maxAttempts = 2;

/** Does a review of five minutes, if anything is due. */
async function doReview(learner: Learner): Promise<void> {
  const { world, user } = learner;
  if (!(await startReview(world, user)).ok) return;
  while (await answerStep(learner)) await continueReview(world, user);
}

/** Answers the open question of the review; false when the review is over. */
async function answerStep(learner: Learner): Promise<boolean> {
  const { world, user } = learner;
  const { db } = world.database;
  const library = await world.library();
  const session = await dueSession(db, user.id, library, world.now());
  const step = session?.isOpen ? currentStep(session) : undefined;
  if (!step) return false;
  const name = { lesson: step.lesson.id, activity: dueSlug };
  const context = await findActivityContext(db, world, {
    userId: user.id,
    name,
    now: world.now(),
  });
  if (!context) throw new Error(`There is no review of ${step.lesson.slug}`);
  const { state } = servedItem(context, step.item, { record: step.record, now: world.now(), closed: false });
  await workOn(learner, { context, item: step.item, first: state, most: maxAttempts });
  return true;
}
