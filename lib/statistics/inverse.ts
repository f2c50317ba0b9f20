/** The inverse of a square matrix, row by row, by Gauss-Jordan elimination with pivoting; null when there is none. */
export function inverse(matrix: Float64Array, size: number): Float64Array | null {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(size * size);
  for (let at = 0; at < size; at++) right[at * size + at] = 1;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(left[row * size + column] ?? 0) > Math.abs(left[pivot * size + column] ?? 0)) pivot = row;
    }
    const value = left[pivot * size + column] ?? 0;
    if (Math.abs(value) < 1e-12) return null;
    for (const side of [left, right]) {
      swapRows(side, pivot, column, size);
      for (let at = column * size; at < (column + 1) * size; at++) side[at] = (side[at] ?? 0) / value;
    }
    for (let row = 0; row < size; row++) {
      const times = left[row * size + column] ?? 0;
      if (row === column || times === 0) continue;
      for (const side of [left, right]) {
        for (let at = 0; at < size; at++)
          side[row * size + at] = (side[row * size + at] ?? 0) - times * (side[column * size + at] ?? 0);
      }
    }
  }
  return right;
}

function swapRows(matrix: Float64Array, a: number, b: number, size: number): void {
  if (a === b) return;
  const kept = matrix.slice(a * size, (a + 1) * size);
  matrix.copyWithin(a * size, b * size, (b + 1) * size);
  matrix.set(kept, b * size);
}
