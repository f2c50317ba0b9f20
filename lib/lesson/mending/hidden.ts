/** Characters that nobody can see and that change how a line is read: of width zero, and marks of direction. */
export const hidden = '[\\u200b-\\u200f\\u2060\\ufeff\\u00ad\\u202a-\\u202e\\u2066-\\u2069]';
/** Spaces that are none to Markdown. */
export const otherBlank = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';

const hiddenForm = new RegExp(hidden, 'u');

/** The index of the first character that cannot be seen; -1 without one. */
export const findHidden = (text: string): number => text.search(hiddenForm);
