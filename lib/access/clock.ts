/** Factors by which a user may extend time limits; 0 turns the clock off. */
export const clockFactors = [1, 1.5, 2, 3, 5, 10, 0] as const;

/** Factors by which a teacher may extend every time limit of a student; 0 removes the limit. */
export const timeAllowances = [1, 1.25, 1.5, 2, 3, 4, 0] as const;

/** The user's own setting times the teacher's accommodation; 0, no limit, when either of them is 0. */
export function timeFactor(person: { readonly clockFactor: number; readonly timeAllowance: number }): number {
  return person.clockFactor * person.timeAllowance;
}
