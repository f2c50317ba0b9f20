import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';

/** The code of an option or step that is nothing but code: one piece of inline code, or a fence. */
export function codeText(label: Rich): string | undefined {
  const [node, ...others] = label
    .flatMap(withoutParagraph)
    .filter((one) => typeof one !== 'string' || one.trim());
  const isCode = typeof node === 'object' && (node[0] === 'code' || node[0] === 'pre' || node[0] === 'Code');
  return isCode && others.length === 0 ? plainText([node]) : undefined;
}

function withoutParagraph(node: RichNode): RichNode[] {
  if (typeof node === 'string' || node[0] !== 'p') return [node];
  const [, , ...children] = node;
  return children;
}
