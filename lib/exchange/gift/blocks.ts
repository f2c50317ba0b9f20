/** A piece of a GIFT file: a question with the lines above it that belong to it, or a category. */
export interface GiftBlock {
  /** Of the first line that is no comment; counts from 1. */
  readonly line: number;
  readonly text: string;
  /** The comments right above, without their slashes. */
  readonly comments: string;
}

/**
 * Cuts a file at its empty lines. An empty line within braces that are closed below does not cut, but a line that
 * begins a question does, so a brace that is never closed costs its own question only.
 */
export function giftBlocks(file: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let open: { line: number; text: string[]; comments: string[] } | undefined;
  /** The last brace of the open block. */
  let brace = '';
  const close = (): void => {
    if (open && open.text.some((line) => line.trim() !== ''))
      blocks.push({
        line: open.line,
        text: open.text.join('\n').trimEnd(),
        comments: open.comments.join('\n'),
      });
    open = undefined;
    brace = '';
  };
  const lines = file.split('\n');
  for (const [at, line] of lines.entries()) {
    const isOpenBrace = brace === '{';
    if (/^\s*::/.test(line) && isOpenBrace) close();
    if (line.trim() === '' && !(isOpenBrace && closesBelow(lines, at))) {
      close();
      continue;
    }
    open ??= { line: at + 1, text: [], comments: [] };
    const comment = /^\s*\/\/(.*)$/.exec(line)?.[1];
    if (comment !== undefined) open.comments.push(comment);
    else if (/^\s*\$CATEGORY:/i.test(line)) {
      close();
      blocks.push({ line: at + 1, text: line.trim(), comments: '' });
    } else {
      open.text.push(line);
      brace = braces(line).at(-1)?.[1] ?? brace;
    }
    if (open && open.text.length === 0) open.line = at + 2;
    else if (open && comment !== undefined) open.text.push('');
  }
  close();
  return blocks;
}

const braces = (line: string): RegExpMatchArray[] => [...line.matchAll(/(?<!\\)(?:\\\\)*([{}])/g)];

/** Whether the next brace below an empty line closes, before any line begins a question. */
function closesBelow(lines: readonly string[], from: number): boolean {
  for (const line of lines.slice(from + 1, from + 41)) {
    if (/^\s*(?:::|\$CATEGORY:)/i.test(line)) return false;
    const [first] = braces(line);
    if (first) return first[1] === '}';
  }
  return false;
}
