/** A fence that is never closed; line and column count from 1. */
export interface OpenFence {
  readonly line: number;
  readonly column: number;
}

interface Fence extends OpenFence {
  readonly mark: string;
}

const opener = /^(?:[\s>]|[-*+]\s|\d+[.)]\s|\[[ xX]\]\s)*(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The text with all code, fenced or inline, replaced by spaces; length and lines stay the same. Only the rest can be
 * syntax. `open` is a fence that is not closed.
 */
export function maskCode(text: string): { readonly masked: string; readonly open: OpenFence | undefined } {
  let fence: Fence | undefined;
  const lines = text.split('\n').map((content, index) => {
    if (fence) {
      if (closes(content, fence.mark)) fence = undefined;
      return blank(content);
    }
    const found = opener.exec(content);
    if (!found) return content.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
    const mark = found[1] ?? '';
    fence = { line: index + 1, column: found[0].length - mark.length + 1, mark };
    return blank(content);
  });
  return { masked: lines.join('\n'), open: fence && { line: fence.line, column: fence.column } };
}

function closes(content: string, mark: string): boolean {
  const found = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(content)?.[1];
  return found?.[0] === mark[0] && (found?.length ?? 0) >= mark.length;
}

const blank = (text: string): string => ' '.repeat(text.length);
