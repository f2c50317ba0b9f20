import { z } from 'zod';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { openItem } from '#lib/server/sitting/advance-sitting.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { ActivityForm } from '#lib/server/sitting/start-sitting.ts';
import { viewSitting } from '#lib/server/sitting/view-sitting.ts';
import type { World } from '#lib/server/world.ts';
import { questionToOpen } from '#lib/sitting/item-record.ts';
import type { NextRefusal } from '#lib/sitting/refusals.ts';

/** `question` is its number, counted from 1. */
export const QuestionForm = ActivityForm.extend({ question: one(z.coerce.number().int().min(1).max(1000)) });

/**
 * Leaves the current question of a test for later and opens another one, or returns to one that was left. Nothing changes
 * where the test chooses each question by the answers before, and for a question that is answered.
 */
export async function goToQuestion(
  world: World,
  user: SessionUser,
  { question, ...name }: z.infer<typeof QuestionForm>,
): Promise<Result<SittingView, NextRefusal>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await lockPerson(tx, user.id);
    const context = await findActivityContext(tx, world, { userId: user.id, name, now });
    if (!context) return refuse('not-found');
    if (!context.latest) return refuse('not-open');
    const sitting = context.open;
    const item = sitting && questionToOpen(context, sitting, question);
    const shown = item ? await openItem(tx, context, sitting, { item, user, now }) : context;
    return ok(await viewSitting(tx, shown, now));
  });
}
