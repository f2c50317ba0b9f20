import type { Tx } from '#db/client.ts';
import { recordLateAnswer } from '#db/late-answers.ts';
import { findServing } from '#db/servings.ts';
import type { Library } from '#lib/lesson/library.ts';
import { isPastGrace } from '#lib/sitting/clock.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { findActivityContext } from './find-activity-context.ts';
import type { Submission } from './submission.ts';

/** Logs a refused answer that was received after its deadline and grace. Logs no other refusal. */
export async function logLateAnswer(
  tx: Tx,
  { library, secret }: { library: Library; secret: string },
  {
    userId,
    submission: { sitting, item: itemId, idempotencyKey, ...name },
    refused: { receivedAt, reason },
  }: {
    readonly userId: string;
    readonly submission: Submission;
    readonly refused: { receivedAt: Date; reason: SubmitRefusal };
  },
): Promise<void> {
  if (!library.item(itemId)?.item.timeMs) return;
  const context = await findActivityContext(tx, { library, secret, userId, name, now: receivedAt });
  const latest = context?.latest?.ordinal === sitting ? context.latest : null;
  const serving = latest ? await findServing(tx, latest.id, itemId) : undefined;
  if (!context || !serving?.deadlineAt || !isPastGrace(serving.deadlineAt, receivedAt)) return;
  const { sittingId, deadlineAt } = serving;
  const { lesson, activity } = context;
  await recordLateAnswer(tx, {
    ...{ userId, idempotencyKey, sittingId, lessonId: lesson.id, activity, itemId },
    ...{ receivedAt, deadlineAt, reason },
  });
}
