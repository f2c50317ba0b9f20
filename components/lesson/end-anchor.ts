/** The id of the heading of an activity’s end card. */
export const endAnchor = 'end';
