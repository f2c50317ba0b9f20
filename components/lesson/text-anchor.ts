/** The id of the element around the text of an activity. */
export const textAnchor = 'text';
