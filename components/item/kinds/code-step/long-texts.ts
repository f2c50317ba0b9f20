/** Shorter texts are shown: folding them would save little. */
const fewestLines = 8;

/** A text of a program, in positions of characters. */
export interface LongText {
  /** After the opening quotes. */
  readonly start: number;
  /** The end of its first line. */
  readonly from: number;
  /** Before the closing quotes. */
  readonly to: number;
}

/**
 * Data in a program: each text in triple quotes or backticks with 8 line breaks or more. Quotes in comments and in other
 * texts are not counted.
 */
export function longTexts(program: string): LongText[] {
  return [...program.matchAll(token)].flatMap((match) => {
    const [text] = match;
    const quotes = /^("""|'''|`)/.exec(text)?.[0].length ?? 0;
    const firstEnd = text.indexOf('\n');
    if (quotes === 0 || text.split('\n').length <= fewestLines) return [];
    const start = match.index + quotes;
    return [{ start, from: match.index + firstEnd, to: match.index + text.length - quotes }];
  });
}

/** A comment or a text; longer quotes come first. */
const token =
  /#.*|\/\/.*|"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|`(?:\\[\s\S]|[^\\`])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
