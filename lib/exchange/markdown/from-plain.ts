import type { PhrasingContent, RootContent } from 'mdast';
import type { Markdown } from '#lib/exchange/question.ts';
import { paragraph, text } from './nodes.ts';

/**
 * Plain text as Markdown: empty lines part paragraphs, other line ends are kept, and formulas between `\( \)`, `\[ \]`
 * or `$$ $$` stay formulas. Every other sign stands for itself.
 */
export function fromPlain(value: string): Markdown {
  return value
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .flatMap(fromBlock);
}

function fromBlock(block: string): RootContent[] {
  const formula = /^(?:\\\[([\s\S]+)\\\]|\$\$([\s\S]+)\$\$)$/.exec(block);
  const tex = formula?.[1] ?? formula?.[2];
  if (tex !== undefined && !/\$\$|\\\]/.test(tex)) return [{ type: 'math', value: tex.trim() }];
  const lines = block.split(/[ \t]*\n[ \t]*/);
  return [
    paragraph(
      ...lines.flatMap((line, at): PhrasingContent[] =>
        at === 0 ? withFormulas(line) : [{ type: 'break' }, ...withFormulas(line)],
      ),
    ),
  ];
}

const formulas = /\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$/g;

/** A line in which the formulas are nodes of their own. */
export function withFormulas(line: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const found of line.matchAll(formulas)) {
    const tex = (found[1] ?? found[2] ?? found[3] ?? '').trim();
    if (tex === '') continue;
    if (found.index > from) nodes.push(text(line.slice(from, found.index)));
    nodes.push({ type: 'inlineMath', value: tex });
    from = found.index + found[0].length;
  }
  if (from < line.length) nodes.push(text(line.slice(from)));
  return nodes;
}
