/**
 * For each of several texts, which of its lines are in all of them, in one order: a longest common subsequence of the first
 * two, then of that and the next, and so on. Spaces at the end of a line do not count. It depends on the texts alone.
 */
export function sharedLines(texts: readonly (readonly string[])[]): boolean[][] {
  const trimmed = texts.map((lines) => lines.map((line) => line.trimEnd()));
  const [first = [], ...others] = trimmed;
  const shared = others.reduce(commonLines, first);
  return trimmed.map((lines) => {
    let next = 0;
    return lines.map((line) => {
      const isShared = next < shared.length && line === shared[next];
      if (isShared) next += 1;
      return isShared;
    });
  });
}

/** A longest common subsequence of two lists. */
function commonLines(a: readonly string[], b: readonly string[]): string[] {
  // The longest one of the rests of both, from each pair of positions on.
  const longest = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i]?.splice(j, 1, a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1)));
  const common: string[] = [];
  for (let i = 0, j = 0; at(i, j) > 0; ) {
    const line = a[i] ?? '';
    if (line === b[j]) {
      common.push(line);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}
