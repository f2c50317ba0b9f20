import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { variantsTag } from './block.ts';

/** `{{name}}`. In prose `\{\{name}}` is the plain text. */
const placeholder = /\{\{[ \t]*([A-Za-z][A-Za-z0-9_]*)[ \t]*\}\}/g;
/** What MDX leaves of it in prose: an expression without its outer braces. */
const inProse = /^\{[ \t]*([A-Za-z][A-Za-z0-9_]*)[ \t]*\}$/;

/** Attributes that are the same in all variants, since they do not belong to what is asked. */
const fixedAttributes = new Set(['id', 'level', 'objective', 'asks', 'apart', 'taught', 'time']);

/** The value of a name; undefined if there is none. `node`: where it stands. */
export type FindValue = (name: string, node: Nodes) => string | undefined;

/** The name of a placeholder that MDX reads as an expression; undefined for other expressions. */
export const placeholderName = (expression: string): string | undefined => inProse.exec(expression)?.[1];

/**
 * A copy of an item with values in place of placeholders: in prose, code, formulas and attributes. A value is never read as
 * Markdown. Placeholders without a value, and `<Variants>` itself, stay as they are.
 */
export function filledIn(item: MdxJsxFlowElement, find: FindValue): MdxJsxFlowElement {
  const copy = structuredClone(item);
  for (const child of copy.children) fill(child, find);
  fillAttributes(copy, find);
  return copy;
}

function fill(node: Nodes, find: FindValue): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    if (node.name === variantsTag || node.name === 'Id') return;
    fillAttributes(node, find);
  }
  if (
    node.type === 'code' ||
    node.type === 'inlineCode' ||
    node.type === 'math' ||
    node.type === 'inlineMath'
  ) {
    node.value = filledText(node.value, node, find);
  } else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    fillExpression(node, find);
  } else if (node.type === 'image') {
    node.alt = filledText(node.alt ?? '', node, find);
  }
  // An address stays as it was checked, but whoever asks for the names sees this one too.
  if ('url' in node) filledText(node.url, node, find);
  if ('children' in node) for (const child of node.children) fill(child, find);
}

/** An expression becomes the text of its value; one on a line of its own, a paragraph of it. */
function fillExpression(
  node: Extract<Nodes, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>,
  find: FindValue,
) {
  const name = placeholderName(node.value);
  const value = name === undefined ? undefined : find(name, node);
  if (value === undefined) return;
  const text = { type: 'text', value, position: node.position };
  if (node.type === 'mdxTextExpression') Object.assign(node, text);
  else Object.assign(node, { type: 'paragraph', children: [text] });
}

function fillAttributes(
  element: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  find: FindValue,
): void {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (fixedAttributes.has(attribute.name)) continue;
    attribute.value = filledText(attribute.value, element, find);
  }
}

function filledText(text: string, node: Nodes, find: FindValue): string {
  return text.replace(placeholder, (whole, name: string) => find(name, node) ?? whole);
}
