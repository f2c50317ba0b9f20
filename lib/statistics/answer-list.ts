/** Right and wrong answers, those of a person side by side; not everybody need answer everything. */
export interface AnswerList {
  readonly people: number;
  readonly items: number;
  /** Where each person's answers begin, and one more entry: the end of the last. */
  readonly start: Int32Array;
  readonly item: Int32Array;
  readonly correct: Uint8Array;
}

/** From a matrix of 0 and 1, students in rows; null where somebody was not asked. */
export function answerList(matrix: readonly (readonly (number | null)[])[]): AnswerList {
  const item: number[] = [];
  const correct: number[] = [];
  const start = [0];
  for (const row of matrix) {
    row.forEach((mark, at) => {
      if (mark === null) return;
      item.push(at);
      correct.push(mark);
    });
    start.push(item.length);
  }
  return {
    people: matrix.length,
    items: matrix[0]?.length ?? 0,
    start: Int32Array.from(start),
    item: Int32Array.from(item),
    correct: Uint8Array.from(correct),
  };
}
