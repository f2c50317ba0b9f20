import { currentStep, dueSession } from '#lib/server/review/due-session.ts';
import { continueReview, startReview } from '#lib/server/review/start-review.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { servedItem } from '#lib/server/sitting/read-sitting.ts';
import { dueSlug } from '#lib/sitting/drill.ts';
import type { Learner } from './learner.ts';
import { workOn } from './study.ts';

const tries = 2;

/** Five minutes of review, if anything is due. */
export async function revise(learner: Learner): Promise<void> {
  const { world, user } = learner;
  if (!(await startReview(world, user)).ok) return;
  while (await answerStep(learner)) await continueReview(world, user);
}

/** Works on the question on the table; false when the review is over. */
async function answerStep(learner: Learner): Promise<boolean> {
  const { world, user } = learner;
  const { db } = world.database;
  const library = await world.library();
  const session = await dueSession(db, user.id, library, world.now());
  const step = session?.isOpen ? currentStep(session) : undefined;
  if (!step) return false;
  const name = { lesson: step.lesson.id, activity: dueSlug };
  const context = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: user.id,
    name,
    now: world.now(),
  });
  if (!context) throw new Error(`There is no review of ${step.lesson.slug}`);
  const { state } = servedItem(context, step.item, { record: step.record, now: world.now(), closed: false });
  await workOn(learner, { context, item: step.item, first: state, most: tries });
  return true;
}
