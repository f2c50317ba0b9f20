import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Markdown } from '#lib/exchange/question.ts';
import { textOf } from '#lib/item/parts.ts';

/** Called with a sentence on what is not as it was. */
export type OnChange = (change: string) => void;

export const text = (value: string): PhrasingContent => ({ type: 'text', value });

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** A sentence as Markdown; nothing for an empty one. */
export const plain = (value: string): Markdown => (value.trim() ? [paragraph(text(value.trim()))] : []);

/** The text of nodes without marks, with one blank wherever there was white space. */
export function plainTextOf(nodes: Markdown): string {
  return nodes.map(blockText).join(' ').replace(/\s+/g, ' ').trim();
}

/** The text of a block, with the texts of the blocks in it apart. */
function blockText(node: RootContent): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return textOf(node);
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  const isInline = isLine || ['emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(node.type);
  return node.children.map(blockText).join(isInline ? '' : ' ');
}

/** The content of a text that is one line; null if it holds a block such as code or a list. */
export function asLine(nodes: Markdown): PhrasingContent[] | null {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type !== 'paragraph') return null;
    if (line.length > 0) line.push(text(' '));
    line.push(...node.children.map((child) => (child.type === 'break' ? text(' ') : child)));
  }
  return line;
}

/** Without emphasis, for texts in which marks would be misread. */
export function withoutEmphasis(nodes: Markdown): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete')
      return withoutEmphasis(node.children);
    if (!('children' in node)) return [node];
    return [Object.assign({ ...node }, { children: withoutEmphasis(node.children) })];
  });
}
