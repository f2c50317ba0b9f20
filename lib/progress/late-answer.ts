import { isPastGrace } from '#lib/sitting/clock.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { Attempt } from './attempt.ts';
import type { SubmittedAnswer } from './decide-answer.ts';

/** An entry of the log of answers that were refused after deadline and grace. */
export interface LateAnswer {
  readonly userId: string;
  readonly idempotencyKey: string;
  readonly sittingId: string;
  readonly lessonId: string;
  readonly activity: string;
  readonly itemId: string;
  readonly receivedAt: Date;
  readonly deadlineAt: Date;
  readonly reason: SubmitRefusal;
}

/** The log entry of a refused answer that was received after its deadline and grace; null for every other refusal. */
export function lateAnswer(
  { context, found: { item }, learner }: Attempt,
  { sitting, idempotencyKey }: Pick<SubmittedAnswer, 'sitting' | 'idempotencyKey'>,
  { now, reason }: { readonly now: Date; readonly reason: SubmitRefusal },
): LateAnswer | null {
  const record = context.latest?.ordinal === sitting ? context.records.get(item.id) : undefined;
  const deadlineAt = item.timeMs === null ? null : (record?.serving.deadlineAt ?? null);
  if (!record || !deadlineAt || !isPastGrace(deadlineAt, now)) return null;
  return {
    ...{ userId: learner.id, idempotencyKey, sittingId: record.serving.sittingId },
    ...{ lessonId: context.lesson.id, activity: context.activity, itemId: item.id },
    ...{ receivedAt: now, deadlineAt, reason },
  };
}
