/** How well a learner remembered something: their own rating, or the one that the review scheduler uses. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];
