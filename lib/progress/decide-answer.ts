import { type Answer, itemType } from '#lib/item/registry.ts';
import { type RunReports, withoutReports, withReports } from '#lib/sitting/answer-runs.ts';
import { sittingFor } from '#lib/sitting/new-sitting.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { authorsAnswer, shownVersion } from '#lib/sitting/served-item.ts';
import { type Advance, advanceAfter } from './advance.ts';
import type { AnswerChanges, Attempt } from './attempt.ts';
import { gradeAttempt } from './grade-attempt.ts';

/** An answer as a page posts it. */
export interface SubmittedAnswer {
  /** The ordinal of the sitting on the page. */
  readonly sitting: number;
  /** The version of the item on the page. */
  readonly version: string;
  readonly idempotencyKey: string;
  /** With the ids of the page's view. */
  readonly posted: Answer;
  /** The outcomes of its programs; null when it has none, or when they were not run. */
  readonly reports: RunReports | null;
}

/** The time of an answer, and the ids of the rows that it may add. */
export interface Moment {
  readonly now: Date;
  readonly responseId: string;
  readonly sittingId: string;
}

export type Decision =
  | { readonly kind: 'refused'; readonly reason: SubmitRefusal }
  | { readonly kind: 'incomplete'; readonly message: string }
  /** The same answer was recorded before: nothing changes. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'recorded'; readonly changes: AnswerChanges; readonly advance: Advance };

/** Decides what a submitted answer changes, and what follows from it. */
export function decideAnswer(
  attempt: Attempt,
  submitted: SubmittedAnswer,
  { now, responseId, sittingId }: Moment,
): Decision {
  const { context, found, joins, history } = attempt;
  const { item } = found;
  const answer = currentAnswer(attempt, submitted);
  // A lost reply may be requested again after its sitting was closed or its draw has changed.
  if (!answer) return history.repeat?.itemId === item.id ? { kind: 'repeated' } : refused('stale');
  const message = itemType(item.type).validate(item.body, answer);
  if (message) return { kind: 'incomplete', message };
  if (history.repeat) return isRepeat(attempt, answer) ? { kind: 'repeated' } : refused('key-reused');
  const complete = withReports(found, answer, submitted.reports);
  if (!complete) return refused('not-checked');
  const sitting = sittingFor(context, item, { joins, id: sittingId, now });
  if (typeof sitting === 'string') return refused(sitting);
  const { idempotencyKey } = submitted;
  const changes = gradeAttempt(attempt, sitting, { answer: complete, idempotencyKey, id: responseId, now });
  if ('refused' in changes) return refused(changes.refused);
  return { kind: 'recorded', changes, advance: advanceAfter(attempt, changes, now) };
}

/** The answer with the author's ids; null when the page shows another sitting or version, or the answer does not fit the item. */
export function currentAnswer(
  { context, found: { item } }: Pick<Attempt, 'context' | 'found'>,
  { sitting, version, posted }: Pick<SubmittedAnswer, 'sitting' | 'version' | 'posted'>,
): Answer | null {
  const isCurrent = context.address.ordinal === sitting && shownVersion(item, context.seed) === version;
  return isCurrent ? authorsAnswer(item, context.seed, posted) : null;
}

const refused = (reason: SubmitRefusal): Decision => ({ kind: 'refused', reason });

function isRepeat({ found, history: { repeat } }: Attempt, answer: Answer): boolean {
  return repeat?.itemId === found.item.id && isSameAnswer(withoutReports(found, repeat.answer), answer);
}

/** Equal as JSON, in any order of the fields: PostgreSQL does not keep the order. */
function isSameAnswer(a: Answer, b: Answer): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .toSorted(([x], [y]) => (x < y ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)])
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
