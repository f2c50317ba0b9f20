/** Five minutes, in milliseconds. */
export const reviewMs = 5 * 60_000;
const fewest = 3;
const most = 8;

/**
 * Whether a review has room for one more question. Times are the usual times in milliseconds. A review has as many
 * questions as fit in five minutes, but at least three and at most eight.
 */
export function hasRoomFor(chosenMs: readonly number[], nextMs: number): boolean {
  if (chosenMs.length < fewest) return true;
  const total = chosenMs.reduce((sum, ms) => sum + ms, nextMs);
  return chosenMs.length < most && total <= reviewMs;
}

/** The label of the button that starts a review. */
export const reviewLabel = 'Five minutes of review';
