/** The rule of `points.ts`, as every page prints it. */
export const pointsRule =
  'A question pays once: 4 points when it is easy, 8 when medium, 12 when hard, 2 for cards and open questions. The second attempt pays half, later ones a quarter; a hint costs a quarter; a solved question pays at least 1. Tests pay nothing.';
