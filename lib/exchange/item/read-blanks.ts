import type { InlineCode, ListItem, Nodes, RootContent, Text } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { fenceText, piecesOf, placeholder } from '#lib/exchange/gaps.ts';
import { plain } from '#lib/exchange/markdown/nodes.ts';
import type { BankToken, GapPiece, Markdown, Task } from '#lib/exchange/question.ts';
import { ignorableOf } from '#lib/item/normalise.ts';
import { attributesOf, textOf } from '#lib/item/parts.ts';

const gap = /(?<!\\)\[\[((?:\\[|[\]]|[^[\]\n])+)\]\]/g;

/** The code or the text with gaps, and its bank. */
export function readBlanks(
  nodes: readonly RootContent[],
  element: MdxJsxFlowElement,
  attributes: Readonly<Record<string, string>>,
): { prompt: Markdown; task: Task } {
  const bank = element.children.find((child) => child.type === 'mdxJsxFlowElement' && child.name === 'Bank');
  const isBank = bank?.type === 'mdxJsxFlowElement';
  const list = isBank ? bank.children.find((child) => child.type === 'list') : undefined;
  const { prompt, ...gaps } = codeWithGaps(nodes) ?? textWithGaps(nodes);
  return {
    prompt,
    task: {
      kind: 'blanks',
      ...gaps,
      bank: isBank ? (list?.type === 'list' ? list.children : []).map(tokenOf) : null,
      once: isBank && 'once' in attributesOf(bank),
      ignore: ignorableOf(attributes.ignore),
    },
  };
}

function codeWithGaps(nodes: Markdown) {
  const fence = nodes.find((node) => node.type === 'code' && hasGap(node.value));
  if (fence?.type !== 'code') return null;
  return {
    prompt: nodes.filter((node) => node !== fence),
    language: fence.lang ?? 'text',
    pieces: codePieces(fence.value),
  };
}

/** The text from the first block with a gap on; what stands above it is the prompt. */
function textWithGaps(nodes: Markdown) {
  const at = nodes.findIndex((node) => wordsIn(node).some(({ value }) => hasGap(value)));
  const above = structuredClone(at === -1 ? [...nodes] : nodes.slice(0, at));
  const text = structuredClone(at === -1 ? [] : nodes.slice(at));
  const gaps: string[][] = [];
  for (const word of [...above, ...text].flatMap(wordsIn)) {
    const marked = word.value.replace(gap, (_whole, inner: string) => {
      gaps.push(answersOf(inner));
      return placeholder(gaps.length - 1);
    });
    word.value = word.type === 'text' ? marked.replace(/\\([[\]|])/g, '$1') : plainCode(marked);
  }
  return {
    prompt: above.length > 0 ? above : plain('Fill in the gaps.'),
    language: 'text',
    pieces: piecesOf(fenceText(text), gaps),
    text,
  };
}

/** Texts and inline code below a node, in the order in which they are read. */
function wordsIn(node: Nodes): (Text | InlineCode)[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node];
  return 'children' in node ? node.children.flatMap(wordsIn) : [];
}

const hasGap = (text: string): boolean => text.search(gap) >= 0;

const answersOf = (inner: string): string[] =>
  inner.split(/(?<!\\)\|/).map((answer) => answer.replace(/\\([|[\]])/g, '$1').trim());

function codePieces(code: string): GapPiece[] {
  const pieces: GapPiece[] = [];
  let from = 0;
  for (const { 0: whole, 1: inner = '', index } of code.matchAll(gap)) {
    if (index > from) pieces.push(plainCode(code.slice(from, index)));
    pieces.push(answersOf(inner));
    from = index + whole.length;
  }
  if (from < code.length) pieces.push(plainCode(code.slice(from)));
  return pieces;
}

const plainCode = (code: string): string => code.replace(/\\\[\[/g, '[[');

function tokenOf({ children }: ListItem): BankToken {
  const label = children.filter((child) => child.type !== 'blockquote');
  return {
    token: label.map(textOf).join(' ').trim(),
    feedback: children.flatMap((child) => (child.type === 'blockquote' ? child.children : [])),
  };
}
