export interface TestVerdict {
  readonly outcome: 'strong' | 'not-yet' | 'unsure';
  /** Probability that the share known is above the cut, 0..1. */
  readonly pStrong: number;
  /** 80 % interval of the share known, 0..1. */
  readonly low: number;
  readonly high: number;
  /** How many further questions would settle it, on average; null when it is settled. */
  readonly more: number | null;
}

/** The word for a chance of being strong, given at a sureness above one half. */
export function outcomeOf(pStrong: number, sureness: number): TestVerdict['outcome'] {
  if (pStrong >= sureness) return 'strong';
  return pStrong <= 1 - sureness ? 'not-yet' : 'unsure';
}

export type Outcome = TestVerdict['outcome'];

/** What a test says, in the same three words to learner and teacher. */
export const outcomeLabels: Record<Outcome, string> = {
  strong: 'Strong',
  'not-yet': 'Not yet',
  unsure: 'Can’t tell yet',
};
