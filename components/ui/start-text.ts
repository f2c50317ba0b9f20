/**
 * The first text of a text area, so that what somebody typed before the scripts were there stays: where it is a plain
 * string, React writes it over the box when it takes the page over. A first empty line is kept for plain strings alone.
 */
export const startText = (text: string): string | readonly string[] =>
  text.startsWith('\n') ? text : [text];
