import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { blankComments } from '#lib/lesson/markdown/readable.ts';
import { maskCode } from '#lib/lesson/mask.ts';

/** What an author is told of something that another tool understands. */
export interface Notice {
  /** Where it stands in the text before the edits. */
  readonly offset: number;
  readonly rule: string;
  /** For the checker: what it is, how it is shown here, and what to write. Undefined where another one says so. */
  readonly message?: string;
  /** For one who lets it be written anew: what became of it. */
  readonly words: string;
}

/** The syntax of other tools as it is written here. */
export interface Rewriting {
  readonly edits: readonly Edit[];
  readonly notices: readonly Notice[];
}

/** Looks for the syntax of another tool. */
export interface Rewriter {
  /** What a text has that has this syntax; without it, nothing is looked for. */
  readonly signs: RegExp;
  /** In `shown`, code and comments are replaced by spaces of the same size. */
  rewrite(text: string, shown: string): Rewriting;
}

/** The text with spaces in place of all code and comments. */
export const shownOf = (text: string): string => maskCode(blankComments(text)).masked;

/** A line of a text and its first offset. */
export interface Line {
  readonly start: number;
  readonly content: string;
  readonly shown: string;
}

export function linesOf(text: string, shown: string): Line[] {
  let start = 0;
  const masked = shown.split('\n');
  return text.split('\n').map((content, at) => {
    const line = { start, content, shown: masked[at] ?? '' };
    start += content.length + 1;
    return line;
  });
}

export const excerpt = (written: string, most = 60): string => {
  const line = written.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};
