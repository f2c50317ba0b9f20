/** How a test is given. */
export interface TestRule {
  /** Strong means: knows more than this share of the pool, that is, would answer it right without guessing. */
  readonly cut: number;
  /** A verdict is given when we are this sure of it; also when an adaptive test stops. */
  readonly sureness: number;
  /** Fewest and most questions. */
  readonly least: number;
  readonly most: number;
  /** Each question is drawn from this many that tell most, so that no two people get the same ones. */
  readonly amongBest: number;
}

export const standardRule: TestRule = { cut: 0.7, sureness: 0.85, least: 3, most: 10, amongBest: 5 };

/** For whoever wants to be surer. */
export const longRule: TestRule = { ...standardRule, sureness: 0.9, most: 20 };
