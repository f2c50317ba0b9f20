import type { Tx } from '#db/client.ts';
import { recordLateAnswer } from '#db/late-answers.ts';
import { findServing } from '#db/servings.ts';
import type { Library } from '#lib/lesson/library.ts';
import { isOver } from '#lib/sitting/clock.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { findPlace } from './find-activity-context.ts';
import type { Submission } from './submission.ts';

/** Keeps that a refused answer came after its time, whatever its sender is told; of any other refusal, nothing. */
export async function noteLateAnswer(
  tx: Tx,
  { library, secret }: { library: Library; secret: string },
  userId: string,
  { sitting, item: itemId, key: idempotencyKey, ...name }: Submission,
  { receivedAt, reason }: { receivedAt: Date; reason: SubmitRefusal },
): Promise<void> {
  if (!library.item(itemId)?.item.timeMs) return;
  const place = await findPlace(tx, library, secret, userId, name, receivedAt);
  const latest = place?.latest?.ordinal === sitting ? place.latest : null;
  const serving = latest ? await findServing(tx, latest.id, itemId) : undefined;
  if (!place || !serving?.deadlineAt || !isOver(serving.deadlineAt, receivedAt)) return;
  const { sittingId, deadlineAt } = serving;
  const { lesson, activity } = place;
  await recordLateAnswer(tx, {
    ...{ userId, idempotencyKey, sittingId, lessonId: lesson.id, activity, itemId },
    ...{ receivedAt, deadlineAt, reason },
  });
}
