import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { excerpt, linesOf, type Notice, type Rewriter, type Rewriting } from './rewriting.ts';

const begins =
  /^(?:import\s+(?:[\w${*"']|type\s).*["']\s*;?\s*$|export\s+(?:const|default|function|let|async|class|type|interface)\b)/;
const mostLines = 200;

/** Lines with which MDX imports and exports: nothing of an author runs here, so they stay as a comment. */
export const modules: Rewriter = { signs: /^(?:import|export)\s/m, rewrite };

function rewrite(text: string, shown: string): Rewriting {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const lines = linesOf(text, shown);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const isFirst =
      at === 0 || (lines[at - 1]?.content ?? '').trim() === '' || begins.test(lines[at - 1]?.shown ?? '');
    if (
      !line ||
      !isFirst ||
      !(begins.test(line.shown) || (begins.test(line.content) && line.shown.trim() !== ''))
    )
      continue;
    let end = at;
    while (end - at < mostLines && (lines[end + 1]?.content ?? '').trim() !== '') end++;
    const last = lines[end];
    if (!last) continue;
    const stop = last.start + last.content.length;
    const written = text.slice(line.start, stop);
    edits.push({ start: line.start, end: stop, text: `<!-- ${written.replace(/-->/g, '-- >')} -->` });
    const words = `left out: ${excerpt(written)}, since nothing is imported or exported here; it stays as a comment`;
    notices.push({ offset: line.start, rule: 'module', words });
    at = end;
  }
  return { edits, notices };
}
