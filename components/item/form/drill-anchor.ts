/** The id of the place at the foot of a page where a few questions of the pool are tried. */
export const drillAnchor = 'practice';
