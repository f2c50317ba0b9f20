import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { excerpt, type Line, linesOf, type Notice, type Rewriter, type Rewriting } from './rewriting.ts';

const mostLines = 40;

/** Formula blocks that have text in the lines of their dollar signs: `$$x = 1` and later `y = 2$$`. */
export const formulaBlocks: Rewriter = { signs: /\$\$/, rewrite };

function rewrite(text: string, shown: string): Rewriting {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const lines = linesOf(text, shown);
  let isBlock = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line?.shown.includes('$$')) continue;
    if (/^\s*\$\$\s*$/.test(line.shown)) isBlock = !isBlock;
    const end = isBlock ? undefined : endOfBlock(lines, at);
    const last = end === undefined ? undefined : lines[end];
    if (end === undefined || !last) continue;
    const indent = /^[ \t]*/.exec(line.content)?.[0] ?? '';
    edits.push(...blockEdits(line, last, indent));
    notices.push({
      offset: line.start + indent.length,
      rule: 'formula-form',
      message:
        'A formula block stands between two lines of `$$` here, and it is shown as if this one did. Write `$$` on lines of their own, or run `npm run content -- fix`.',
      words: `$$ of ${excerpt(line.content, 30)} are on lines of their own`,
    });
    at = end;
  }
  return { edits, notices };
}

/** The last line of a formula block that begins with text in its first line; undefined for what is none. */
function endOfBlock(lines: readonly Line[], at: number): number | undefined {
  const first = lines[at]?.shown ?? '';
  if (!/^\s*\$\$(?!\$)[ \t]*\S/.test(first)) return undefined;
  if (/^\s*\$\$[ \t]*[^$\s][^$]*\$\$\s*$/.test(first)) {
    // Within one line it is a formula already, unless a blank parts it from one of its marks alone.
    const [before, after] = [/^\s*\$\$[ \t]/.test(first), /[ \t]\$\$\s*$/.test(first)];
    return before === after ? undefined : at;
  }
  if (first.indexOf('$$', first.indexOf('$$') + 2) !== -1) return undefined;
  for (let end = at + 1; end < Math.min(lines.length, at + mostLines); end++) {
    const { shown } = lines[end] ?? { shown: '' };
    if (shown.trim() === '') return undefined;
    if (shown.includes('$$')) return /^[^$]*\$\$[ \t]*$/.test(shown) ? end : undefined;
  }
  return undefined;
}

function blockEdits(first: Line, last: Line, indent: string): Edit[] {
  const opens = first.start + first.content.indexOf('$$') + 2;
  const closes = last.start + last.content.lastIndexOf('$$');
  const behind = first.content.slice(opens - first.start);
  const before = last.content.slice(0, closes - last.start);
  const from = opens + behind.length - behind.trimStart().length;
  const to = closes - before.length + before.trimEnd().length;
  const isOwnLine = last.content.trim() === '$$';
  return [
    { start: opens, end: from, text: `\n${indent}` },
    ...(isOwnLine ? [] : [{ start: to, end: closes, text: `\n${indent}` }]),
  ];
}
