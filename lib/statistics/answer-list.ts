/** Right and wrong answers, those of a person side by side; not everybody need answer everything. */
export interface AnswerList {
  readonly people: number;
  readonly items: number;
  /** Where each person's answers begin, and one more entry: the end of the last. */
  readonly start: Int32Array;
  readonly item: Int32Array;
  readonly correct: Uint8Array;
}

/** From a matrix of 0 and 1, students in rows. */
export function answerList(matrix: readonly (readonly number[])[]): AnswerList {
  const items = matrix[0]?.length ?? 0;
  return {
    people: matrix.length,
    items,
    start: Int32Array.from({ length: matrix.length + 1 }, (_, at) => at * items),
    item: Int32Array.from({ length: matrix.length * items }, (_, at) => at % items),
    correct: Uint8Array.from(matrix.flat()),
  };
}
