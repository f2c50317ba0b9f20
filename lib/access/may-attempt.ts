import type { SessionUser } from './user.ts';

/** What is answered. */
export interface AttemptNeeds {
  /** Checking the answer runs a program on the server. */
  readonly runs: boolean;
  readonly activity: string;
}

/** Activities that start on request and count for badges and verdicts. */
const forAccounts = ['challenge', 'test'];

/**
 * Whether the user may answer: guests have no challenge and no test, and the server runs no programs of people whom
 * nobody knows.
 */
export function mayAttempt({ role }: Pick<SessionUser, 'role'>, { runs, activity }: AttemptNeeds): boolean {
  return role !== 'guest' || (!runs && !forAccounts.includes(activity));
}
