/** How a person may stretch the stated times; 0 turns the clock off. */
export const clockFactors = [1, 1.5, 2, 3, 5, 10, 0] as const;
