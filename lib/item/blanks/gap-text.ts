import type { Code, InlineCode, Nodes, RootContent, Text } from 'mdast';
import type { ItemSource } from '#lib/item/item-type.ts';
import type { Rich, RichNode } from '#lib/text/rich.ts';

/** `[[answer|another]]`; a bracket or bar of the code within it is escaped with a backslash. */
const pattern = /(?<!\\)\[\[((?:\\[|[\]]|[^[\]\n])+)\]\]/g;
/** Escaped brackets of the code, which would be a gap without the backslash. */
const escapedBrackets = /\\(\[\[(?:\\[|[\]]|[^[\]\n])+\]\])/g;

/** What holds the gaps of an item: a piece of code, or the paragraphs, lists and quotes from the first gap on. */
export interface GapText {
  readonly node: RootContent;
  readonly value: string;
  /** The language of the code; undefined for a text. */
  readonly language: string | null | undefined;
  readonly prompt: readonly RootContent[];
  /** What is shown, with a placeholder for each gap. */
  marked(): Rich;
}

/** The code fence with gaps, or else the text with gaps; undefined without any. */
export function findGapText(source: ItemSource): GapText | undefined {
  const { nodes } = source;
  const fenceAt = nodes.findIndex((node) => node.type === 'code' && hasGap(node.value));
  const fence = nodes[fenceAt];
  if (fence?.type === 'code') return codeText(source, fence, fenceAt);
  const at = nodes.findIndex((node) => wordsIn(node).some(({ value }) => hasGap(value)));
  const first = nodes[at];
  if (!first) return undefined;
  const blocks = nodes.slice(at);
  const before = nodes.slice(0, at);
  return {
    node: first,
    value: blocks.flatMap((node) => wordsIn(node).map(({ value }) => value)).join('\n'),
    language: undefined,
    prompt: before.length > 0 ? withoutEscapes(before, wordsIn) : [taskOfText],
    marked() {
      const copies = structuredClone(blocks);
      const mark = placeholders();
      for (const word of copies.flatMap(wordsIn)) word.value = plainOf(word, mark(word.value));
      return source.rich(copies);
    },
  };
}

const taskOfText: RootContent = {
  type: 'paragraph',
  children: [{ type: 'text', value: 'Fill in the gaps.' }],
};

function codeText(source: ItemSource, fence: Code, at: number): GapText {
  return {
    node: fence,
    value: fence.value,
    language: fence.lang,
    prompt: withoutEscapes([...source.nodes.slice(0, at), ...source.nodes.slice(at + 1)], textsIn),
    marked: () => source.code(fence, placeholders()(fence.value).replace(escapedBrackets, '$1')),
  };
}

type Word = Text | InlineCode;

/** The value of a word without backslashes: in a text they stand before any bracket or bar, in code before two brackets. */
const plainOf = ({ type }: Word, value: string): string =>
  value.replace(type === 'text' ? /\\([[\]|])/g : escapedBrackets, '$1');

/** Copies of nodes that hold no gap, without the backslashes that keep their brackets from being one. */
function withoutEscapes(nodes: readonly RootContent[], wordsOf: (node: Nodes) => Word[]): RootContent[] {
  const copies = structuredClone([...nodes]);
  for (const word of copies.flatMap(wordsOf)) word.value = plainOf(word, word.value);
  return copies;
}

const hasGap = (text: string): boolean => text.search(pattern) >= 0;

/** Texts and inline code below a node, in the order in which they are read. */
function wordsIn(node: Nodes): Word[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node];
  return 'children' in node ? node.children.flatMap(wordsIn) : [];
}

/** Texts alone; beside code with gaps, inline code is shown as it stands. */
function textsIn(node: Nodes): Word[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

/** Replaces gaps by placeholders that are numbered from one call to the next. */
function placeholders(): (text: string) => string {
  let number = 0;
  return (text) => text.replace(pattern, () => `zqblank${++number}zq`);
}

/** The code between the gaps: before the first one, after it, and so on. */
export function piecesOf(code: string): Record<string, string> {
  const pieces = code
    .split(new RegExp(pattern.source.replace('((?:', '(?:(?:'), 'g'))
    .map((piece) => piece.replace(escapedBrackets, '$1'));
  return Object.fromEntries(pieces.map((piece, at) => [`${at}`, piece]));
}

/** The answers that each gap accepts, by `b1`, `b2` … in the order of the code. */
export function readGaps({ node, value }: GapText, source: ItemSource): Record<string, string[]> {
  const gaps = [...value.matchAll(pattern)].map(({ index, 1: inner = '' }) => ({
    before: value.slice(0, index),
    texts: inner.split(/(?<!\\)\|/).map((text) => text.replace(/\\([|[\]])/g, '$1').trim()),
  }));
  const report = (rule: string, message: string) => source.report(node, rule, message);
  if (gaps.length > 3) {
    report(
      'blanks-too-many',
      `This item has ${gaps.length} blanks. Three at most are possible: split the task.`,
    );
  }
  for (const [at, { before, texts }] of gaps.entries()) {
    if (texts.includes('')) {
      report(
        'blank-empty',
        `Blank ${at + 1} accepts nothing${texts.length > 1 ? ' beside a bar' : ''}. Write the answer between [[ and ]], and a bar of the code as \\|.`,
      );
    }
    const indexed = /\w+$|[)\]]$/.exec(before)?.[0];
    if (indexed && /^["']/.test(texts[0] ?? '')) {
      report(
        'blank-index',
        `The brackets after «${indexed}» are read as blank ${at + 1}. If they belong to the code, write \\[[ for them.`,
      );
    }
  }
  return Object.fromEntries(gaps.map(({ texts }, at) => [`b${at + 1}`, texts.filter(Boolean)] as const));
}

/** Replaces the placeholders that rendering has kept by Blank nodes. */
export function withBlankNodes(node: RichNode): RichNode {
  if (typeof node === 'string') return node;
  const [tag, props, ...children] = node;
  return [
    tag,
    props,
    ...children.flatMap((child) => (typeof child === 'string' ? split(child) : [withBlankNodes(child)])),
  ];
}

function split(text: string): RichNode[] {
  return text.split(/(zqblank\d+zq)/).flatMap((piece): RichNode[] => {
    const number = /^zqblank(\d+)zq$/.exec(piece)?.[1];
    if (number) return [['Blank', { id: `b${number}` }]];
    return piece ? [piece] : [];
  });
}
