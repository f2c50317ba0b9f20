export interface TestVerdict {
  readonly outcome: 'strong' | 'not-yet' | 'unsure';
  /** Probability that the known share of the pool is above the cut, 0..1. */
  readonly pStrong: number;
  /** The share known, 0..1: with the rule's confidence it is at least `low`, and with the same at most `high`. */
  readonly low: number;
  readonly high: number;
  /** Mean number of further questions until it is sure; null unless the outcome is unsure. */
  readonly more: number | null;
}

/** The outcome for a probability of being strong. `confidence` must be above one half. */
export function outcomeOf(pStrong: number, confidence: number): TestVerdict['outcome'] {
  if (pStrong >= confidence) return 'strong';
  return pStrong <= 1 - confidence ? 'not-yet' : 'unsure';
}

export type Outcome = TestVerdict['outcome'];

/** The labels of the outcomes, for learners and teachers. */
export const outcomeLabels: Record<Outcome, string> = {
  strong: 'Strong',
  'not-yet': 'Not yet',
  unsure: 'Can’t tell yet',
};
