/** The id of the section with questions from the pool. */
export const drillAnchor = 'practice';
