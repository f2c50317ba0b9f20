/** A compiled trace. A step holds the values after its line has run, in the order of `names`. */
export interface TraceData {
  readonly names: readonly string[];
  readonly steps: readonly TraceStep[];
  readonly hasOutput: boolean;
}

export interface TraceStep {
  readonly line: number;
  readonly values: readonly string[];
  readonly prints: string;
  readonly note: string;
  /** A key moment that learners can jump to. */
  readonly key: boolean;
}

/** The label of a key moment: its note up to the first full stop. */
export const firstSentence = (note: string): string => note.split(/(?<=\.)\s/, 1)[0] ?? note;
