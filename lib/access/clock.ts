/** How a person may stretch the stated times; 0 turns the clock off. */
export const clockFactors = [1, 1.5, 2, 3, 5, 10, 0] as const;

/** What a teacher may give a student once for all clocks; 0 is no limit. */
export const timeAllowances = [1, 1.25, 1.5, 2, 3, 4, 0] as const;

/** The person's own choice and the accommodation multiply; either of them may turn the clock off, and off wins. */
export function timeFactor(person: { readonly clockFactor: number; readonly timeAllowance: number }): number {
  return person.clockFactor * person.timeAllowance;
}
