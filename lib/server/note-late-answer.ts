import { recordLateAnswer } from '#db/late-answers.ts';
import { findServing } from '#db/servings.ts';
import { isOver } from '#lib/sitting/clock.ts';
import type { SubmitRefusal } from '#lib/sitting/sitting-view.ts';
import { findPlace } from './place.ts';
import type { Submission } from './submit-response.ts';
import type { World } from './world.ts';

/** Keeps that a refused answer came after its time, whatever its sender was told; of any other refusal, nothing. */
export async function noteLateAnswer(
  world: World,
  userId: string,
  { sitting, item: itemId, key: idempotencyKey, ...name }: Submission,
  { receivedAt, reason }: { receivedAt: Date; reason: SubmitRefusal },
): Promise<void> {
  const { db } = world.database;
  const library = await world.library();
  if (!library.item(itemId)?.item.timeMs) return;
  const place = await findPlace(db, library, world.secret, userId, name, receivedAt);
  const latest = place?.latest?.ordinal === sitting ? place.latest : null;
  const serving = latest ? await findServing(db, latest.id, itemId) : undefined;
  if (!place || !serving?.deadlineAt || !isOver(serving.deadlineAt, receivedAt)) return;
  const { sittingId, deadlineAt } = serving;
  const { lesson, activity } = place;
  await recordLateAnswer(db, {
    ...{ userId, idempotencyKey, sittingId, lessonId: lesson.id, activity, itemId },
    ...{ receivedAt, deadlineAt, reason },
  });
}
