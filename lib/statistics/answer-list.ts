/** Right and wrong answers in three parallel arrays, grouped by person. A person may have answered only some items. */
export interface AnswerList {
  readonly people: number;
  readonly items: number;
  /** The index of each person's first answer, and one more entry for the end. */
  readonly start: Int32Array;
  readonly item: Int32Array;
  readonly correct: Uint8Array;
}

/** From a matrix of 0 and 1 with students in rows; null where a student was not asked. */
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
