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
  | 'not-checked';

/** Why a hint is not opened. */
export type HintRefusal = 'not-found' | 'not-open' | 'outside' | 'settled' | 'no-hints';

/** Why something typed is not stored any more. */
export type DraftRefusal = 'not-found' | 'not-open' | 'outside' | 'stale' | 'settled' | 'answered' | 'late';

/** Why a challenge or test is not started, missed items are not served again, the next item is not opened. */
export type StartRefusal = 'not-found' | 'not-open' | 'tested-enough';
export type RetryRefusal = 'not-found' | 'none-missed';
export type NextRefusal = 'not-found' | 'not-open';
