import type { List, ListItem, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { nestedTags } from './components.ts';
import { parseFile } from './parse.ts';

/** A text to be put into a line, before the character at `offset` (from 0); `line` counts from 1. */
export interface Insertion {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

/**
 * What an author's file lacks in ids. Item ids are `<prefix>-<words of the question>` and avoid those taken;
 * options, blocks and concepts get words of their own, which say nothing of order or of being right.
 */
export function missingIds(text: string, prefix: string, taken: Set<string>): Insertion[] {
  const { tree } = parseFile('', text);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = text.split('\n');
  const insertions: Insertion[] = [];
  visit(tree.children);
  return insertions.map((one) => (one.line === 1 ? { ...one, offset: one.offset + mark } : one));

  function visit(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'mdxJsxFlowElement' && itemTypeByTag(node.name ?? ''))
        insertions.push(...ofItem(node));
      else if ('children' in node) visit(node.children);
    }
  }

  function ofItem(item: MdxJsxFlowElement): Insertion[] {
    const start = item.position?.start;
    const hasId = item.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
    const own: Insertion[] = [];
    if (!hasId && start) {
      const id = free(`${prefix}-${slug(textOf(promptOf(item)))}`, taken);
      own.push({
        line: start.line,
        offset: start.column - 1 + 1 + (item.name ?? '').length,
        text: ` id="${id}"`,
      });
    }
    return [...own, ...(nestedTags.Id?.includes(item.name ?? '') ? ofParts(item) : [])];
  }

  function ofParts(item: MdxJsxFlowElement): Insertion[] {
    const list = partsOf(item);
    if (!list) return [];
    const known = new Set(list.children.flatMap(idsIn));
    return list.children.flatMap((entry) => {
      const line = entry.position?.start.line;
      if (idsIn(entry).length > 0 || !line) return [];
      const own = entry.children.filter((child) => child.type !== 'blockquote');
      const words = own
        .map((child) => textOf(child))
        .join(' ')
        .replace(/^\s*\[[ xX]?\]/, '');
      const id = free(slug(words), known);
      const end = (lines[line - 1] ?? '').trimEnd().length;
      return [{ line, offset: end, text: ` <Id is="${id}" />` }];
    });
  }
}

/** The last list of an item, unless its answer is typed. */
function partsOf({ children }: MdxJsxFlowElement): List | undefined {
  if (children.some((node) => node.type === 'code' && node.lang === 'output')) return undefined;
  const list = children.findLast((node) => node.type === 'list');
  return list?.type === 'list' ? list : undefined;
}

/** What an item asks: its text before the list, without code. */
function promptOf({ children }: MdxJsxFlowElement): { children: RootContent[] } {
  const end = children.findIndex((node) => node.type === 'list');
  const before = children.slice(0, end === -1 ? children.length : end);
  return { children: before.filter((node) => node.type === 'paragraph') };
}

function idsIn(entry: ListItem): string[] {
  return entry.children.flatMap((child) => {
    const nodes = child.type === 'paragraph' ? child.children : [child];
    return nodes.flatMap((node) =>
      (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Id'
        ? node.attributes.flatMap((one) =>
            one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [one.value] : [''],
          )
        : [],
    );
  });
}

const fillers = new Set(
  'a an and are as at be by do does for from how in is it its of on or that the their then there these they this to was what when which who why will with you your'.split(
    ' ',
  ),
);

/** The first telling words of a text, joined by hyphens: 32 characters at most. */
function slug(text: string): string {
  const all =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? [];
  const telling = all.filter((word) => !fillers.has(word));
  const kept = (telling.length > 0 ? telling : all).slice(0, 3);
  while (kept.join('-').length > 32 && kept.length > 1) kept.pop();
  return kept.join('-').slice(0, 32).replace(/-$/, '') || 'signs';
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
