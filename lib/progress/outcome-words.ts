import type { TestVerdict } from '#lib/mastery/verdict.ts';

export type Outcome = TestVerdict['outcome'];

/** What a test says, in the same three words to learner and teacher. */
export const outcomeWords: Record<Outcome, string> = {
  strong: 'Strong',
  'not-yet': 'Not yet',
  unsure: 'Can’t tell yet',
};
