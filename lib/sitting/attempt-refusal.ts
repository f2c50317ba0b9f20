import { hasRunOut, isPastGrace } from './clock.ts';
import type { SubmitRefusal } from './refusals.ts';
import type { StoredServing } from './sitting.ts';

/** Why an opened item accepts no answer now; null when it does. `most`: attempts in a sitting, null for no limit. */
export function attemptRefusal(
  { solved, settledAt, used, deadlineAt }: StoredServing,
  most: number | null,
  now: Date,
): SubmitRefusal | null {
  if (solved) return 'settled';
  if (most !== null && used >= most) return 'no-attempts';
  if (settledAt === null && !isPastGrace(deadlineAt, now)) return null;
  return hasRunOut(deadlineAt, now) ? 'late' : 'settled';
}
