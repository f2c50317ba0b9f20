/** What a learner can hide. */
export const figures = ['points', 'streak', 'badges', 'board'] as const;
export type Figure = (typeof figures)[number];
