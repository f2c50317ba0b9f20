/**
 * When figures of a question support a suggestion. Each rule tests a null hypothesis, "the question is in order", and is
 * silent below its number of answers; decision 0070 has the sources and what simulations found.
 */
export const suggestionLimits = {
  /** Of everything that is suggested for a lesson, so much is false on average; and in a lesson in order, ever. */
  falseRate: 0.05,
  /** A distractor works if 5 % choose it (Haladyna and Downing, Educational and Psychological Measurement 53, 1993). */
  distractorShare: 0.05,
  leastForDistractor: 50,
  leastForKey: 50,
  /** Difficulty between .3 and .7 is medium (Allen and Yen, Introduction to Measurement Theory, 1979); guessing aside. */
  easyFrom: 0.7,
  hardTo: 0.3,
  /** What must be excluded: an easy question that fewer than half know, a hard one that more do, a medium one beyond. */
  half: 0.5,
  mediumFrom: 0.15,
  mediumTo: 0.85,
  leastForLevel: 20,
  /** A clock is long enough if at most a tenth of the right answers come in its last tenth, or would come after it. */
  lateFrom: 0.9,
  lateShare: 0.1,
  leastForClock: 20,
  /** Who takes more than twice the time has made a break, and says nothing of the clock. */
  longestTimes: 2,
  /** A hint helps if it brings at least .15 of those who would have to guess to the right answer. */
  hintGain: 0.15,
  leastForHint: 20,
} as const;
