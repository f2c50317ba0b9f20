/** A trace as the compiler writes it. `values` follow `names`; a step is what holds once its line has run. */
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
  /** A moment to jump to. */
  readonly key: boolean;
}

/** What a key moment is called: its note up to the first full stop. */
export const firstSentence = (note: string): string => note.split(/(?<=\.)\s/, 1)[0] ?? note;
