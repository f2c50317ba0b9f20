/** How a test is given. */
export interface TestRule {
  /** Strong means: knows more than this share of the pool, that is, would answer it right without guessing. */
  readonly cut: number;
  /** A verdict is given when we are this sure of it; also when a test that adapts stops. */
  readonly confidence: number;
  /** Fewest and most questions. */
  readonly minQuestions: number;
  readonly maxQuestions: number;
  /** Each question is drawn from this many that tell most, so that no two people get the same ones. */
  readonly candidates: number;
}

/**
 * Chosen by simulation on pools of 36 calibrated items with four options. With five questions at the least, somebody who
 * knows 85 % is told "not yet" in 6 of 100 tests; with three it would be 11. Drawing from the best twelve instead of
 * five leaves the error rates as they are, and two people share fewer questions.
 */
export const standardRule: TestRule = {
  cut: 0.7,
  confidence: 0.85,
  minQuestions: 5,
  maxQuestions: 10,
  candidates: 12,
};

/** The rule of a school that asks another number of questions. */
export function ruleFor(questions: number): TestRule {
  return {
    ...standardRule,
    maxQuestions: questions,
    minQuestions: Math.min(standardRule.minQuestions, questions),
  };
}

/** The rule of a test that continues one that could not tell after `asked` questions: up to as many again, until it is sure. */
export function continuedRule(rule: TestRule, asked: number): TestRule {
  return { ...rule, minQuestions: asked + 1, maxQuestions: asked + rule.maxQuestions };
}
