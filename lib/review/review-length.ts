/** Five minutes, in milliseconds. */
export const reviewMs = 5 * 60_000;
const fewest = 3;
const most = 8;

/**
 * Whether a review takes one more question after those chosen, given how long each usually takes, in milliseconds: as
 * many as fit five minutes, but at least three and at most eight.
 */
export function hasRoomFor(chosenMs: readonly number[], nextMs: number): boolean {
  if (chosenMs.length < fewest) return true;
  const total = chosenMs.reduce((sum, ms) => sum + ms, nextMs);
  return chosenMs.length < most && total <= reviewMs;
}

/** The word on the button that begins one. */
export const reviewLabel = 'Five minutes of review';
