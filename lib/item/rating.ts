/** How well somebody knew a thing, by their own word or as the scheduler of reviews sees it. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];
