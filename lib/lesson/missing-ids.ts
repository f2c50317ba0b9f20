import type { ListItem, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { attributesOf, isMarker, textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
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
      const id = uniqueId(`${prefix}-${slug(textOf(promptOf(item)))}`, taken);
      own.push({
        line: start.line,
        offset: start.column - 1 + 1 + (item.name ?? '').length,
        text: ` id="${id}"`,
      });
    }
    return [...own, ...ofParts(item)];
  }

  function ofParts(item: MdxJsxFlowElement): Insertion[] {
    const type = itemTypeByTag(item.name ?? '');
    if (type?.hasParts?.(item) === false) return [];
    const last = item.children.findLast((node) => node.type === type?.parts);
    if (last?.type === 'list') return ofEntries(last.children);
    return last?.type === 'table' ? cellInsertions(last) : [];
  }

  function ofEntries(entries: readonly ListItem[]): Insertion[] {
    const known = new Set(entries.flatMap(idsInEntry));
    return entries.flatMap((entry) => {
      const line = entry.position?.start.line;
      if (idsInEntry(entry).length > 0 || !line) return [];
      const own = entry.children.filter((child) => child.type !== 'blockquote');
      const words = own
        .map((child) => textOf(child))
        .join(' ')
        .replace(/^\s*\[[ xX]?\]/, '');
      const id = uniqueId(slug(words), known);
      const end = (lines[line - 1] ?? '').trimEnd().length;
      return [{ line, offset: end, text: ` <Id is="${id}" />` }];
    });
  }
}

/** The text with all of them put in; given in the order of the text, the last is put in first. */
export function withInsertions(text: string, insertions: readonly Insertion[]): string {
  const lines = text.split('\n');
  for (const { line, offset, text: added } of insertions.toReversed()) {
    const content = lines[line - 1] ?? '';
    lines[line - 1] = content.slice(0, offset) + added + content.slice(offset);
  }
  return lines.join('\n');
}

/** The cells of both sides without id, each with the end of its text. The same text on the right is the same entry. */
function cellInsertions(table: Table): Insertion[] {
  const rows = table.children.slice(1);
  const known = new Set(rows.flatMap((row) => row.children.flatMap(idsInCell)));
  const partners = new Map<string, string>();
  const all = rows.flatMap(({ children: [left, right] }) => [
    { cell: left, isRight: false },
    { cell: right, isRight: true },
  ]);
  for (const { cell, isRight } of all) {
    const [id] = cell ? idsInCell(cell) : [];
    if (cell && isRight && id) partners.set(textOf(cell).trim(), id);
  }
  return all.flatMap(({ cell, isRight }) => {
    const end = cell?.children.at(-1)?.position?.end;
    if (!cell || !end || idsInCell(cell).length > 0) return [];
    const words = textOf(cell).trim();
    const id = (isRight ? partners.get(words) : undefined) ?? uniqueId(slug(words), known);
    if (isRight) partners.set(words, id);
    return [{ line: end.line, offset: end.column - 1, text: ` <Id is="${id}" />` }];
  });
}

const idsInCell = ({ children }: TableCell): string[] => children.flatMap(idIn);

/** What an item asks: its text before the list or table, without code. */
function promptOf({ children }: MdxJsxFlowElement): { children: RootContent[] } {
  const end = children.findIndex((node) => node.type === 'list' || node.type === 'table');
  const before = children.slice(0, end === -1 ? children.length : end);
  return { children: before.filter((node) => node.type === 'paragraph') };
}

function idsInEntry(entry: ListItem): string[] {
  return entry.children.flatMap((child) => {
    const nodes = child.type === 'paragraph' ? child.children : [child];
    return nodes.flatMap(idIn);
  });
}

/** The id that a node gives; empty when it gives none that can be read. */
function idIn(node: RootContent): string[] {
  return isMarker(node) ? [attributesOf(node).is ?? ''] : [];
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

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
