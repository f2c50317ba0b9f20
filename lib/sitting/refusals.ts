/** Why an answer is not recorded. */
export type SubmitRefusal =
  | 'not-found'
  | 'not-open'
  | 'outside'
  | 'stale'
  | 'settled'
  | 'no-attempts'
  | 'late'
  | 'key-reused'
  | 'not-checked'
  | 'account-needed'
  | 'too-many';

/** Why a hint is not opened. */
export type HintRefusal =
  | 'not-found'
  | 'not-open'
  | 'outside'
  | 'settled'
  | 'no-hints'
  | 'account-needed'
  | 'too-many';

/** Why a draft is not saved. */
export type DraftRefusal = 'not-found' | 'not-open' | 'outside' | 'stale' | 'settled' | 'answered' | 'late';

/** Why a challenge or test is not started. */
export type StartRefusal = 'not-found' | 'not-open' | 'tested-enough';
/** Why missed items are not served again. */
export type RetryRefusal = 'not-found' | 'none-missed' | 'too-many';
/** Why the next item is not opened. */
export type NextRefusal = 'not-found' | 'not-open';
