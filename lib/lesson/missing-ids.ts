import type { ListItem, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { attributesOf, isMarker, textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { parseFile } from './parse.ts';

/** A text to insert into a line, before the character at `offset` (from 0); `line` counts from 1. */
export interface Insertion {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

/**
 * The ids that are missing in an author's file. Item ids are `<prefix>-<words of the question>` and avoid those taken;
 * ids of options, blocks and concepts are words of their text, which reveal neither order nor key.
 */
export const missingIds = (text: string, prefix: string, taken: Set<string>): Insertion[] =>
  idInsertions(text, ({ words, others }) =>
    others ? uniqueId(slug(words), others) : uniqueId(`${prefix}-${slug(words)}`, taken),
  );

/** Something without an id in the text of an author. */
export interface Nameless {
  readonly kind: 'item' | 'part' | 'check';
  /** Where it begins, as `line:column`. */
  readonly place: string;
  readonly words: string;
  /** The ids of the other parts of its item; undefined for an item. */
  readonly others: Set<string> | undefined;
}

/** The ids that are missing in the checks of an author's file; the file of ids has none for them. */
export const missingCheckIds = (text: string): Insertion[] =>
  idInsertions(text, ({ kind, words, others }) =>
    kind === 'check' && others ? uniqueId(slug(words), others) : undefined,
  );

/** The ids to be written into a file: what `idOf` gives to each item and part that has none; undefined for none. */
export function idInsertions(text: string, idOf: (nameless: Nameless) => string | undefined): Insertion[] {
  const { tree } = parseFile('', text);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = text.split('\n');
  const insertions: Insertion[] = [];
  visit(tree.children);
  return insertions.map((one) => (one.line === 1 ? { ...one, offset: one.offset + mark } : one));

  function visit(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'mdxJsxFlowElement' && itemTypeByTag(node.name ?? ''))
        insertions.push(...itemInsertions(node));
      else if ('children' in node) visit(node.children);
    }
  }

  function itemInsertions(item: MdxJsxFlowElement): Insertion[] {
    const start = item.position?.start;
    const hasId = item.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
    const own: Insertion[] = [];
    // A tag that is only meant as this one, as `< Choice>`, is for the author to correct first.
    const content = (lines[(start?.line ?? 0) - 1] ?? '').replace(/^\uFEFF/, '');
    const isWritten = content.startsWith(`<${item.name}`, (start?.column ?? 1) - 1);
    if (!hasId && start && isWritten) {
      const id = idOf({
        place: placeOf(item),
        words: textOf(promptOf(item)),
        others: undefined,
        kind: 'item',
      });
      const offset = start.column - 1 + 1 + (item.name ?? '').length;
      if (id !== undefined) own.push({ line: start.line, offset, text: ` id="${id}"` });
    }
    return [...own, ...checkInsertions(item), ...partInsertions(item)].toSorted(
      (a, b) => a.line - b.line || a.offset - b.offset,
    );
  }

  /** A check is named in the answers to a step, so it needs an id as well. */
  function checkInsertions({ children }: MdxJsxFlowElement): Insertion[] {
    const checks = children.flatMap((child) =>
      child.type === 'mdxJsxFlowElement' && child.name === 'Check' ? [child] : [],
    );
    const others = new Set(checks.flatMap((check) => attributesOf(check).id ?? []));
    return checks.flatMap((check) => {
      const start = check.position?.start;
      const attributes = attributesOf(check);
      if (!start || attributes.id !== undefined) return [];
      const [first = 'check'] = Object.keys(attributes);
      const words = textOf(check).trim() || first;
      const id = idOf({ place: placeOf(check), words, others, kind: 'check' });
      return id === undefined
        ? []
        : [{ line: start.line, offset: start.column - 1 + '<Check'.length, text: ` id="${id}"` }];
    });
  }

  function partInsertions(item: MdxJsxFlowElement): Insertion[] {
    const type = itemTypeByTag(item.name ?? '');
    if (type?.hasParts?.(item) === false) return [];
    const last = item.children.findLast((node) => node.type === type?.parts);
    if (last?.type === 'list') return entryInsertions(last.children);
    return last?.type === 'table' ? cellInsertions(last, idOf) : [];
  }

  function entryInsertions(entries: readonly ListItem[]): Insertion[] {
    const known = new Set(entries.flatMap(idsInEntry));
    return entries.flatMap((entry) => {
      const line = entry.position?.start.line;
      if (idsInEntry(entry).length > 0 || !line) return [];
      const own = entry.children.filter((child) => child.type !== 'blockquote');
      const words = own
        .map((child) => textOf(child))
        .join(' ')
        .replace(/^\s*\[[ xX]?\]/, '');
      const id = idOf({ place: placeOf(entry), words, others: known, kind: 'part' });
      const end = (lines[line - 1] ?? '').trimEnd().length;
      return id === undefined ? [] : [{ line, offset: end, text: ` <Id is="${id}" />` }];
    });
  }
}

/** The text with all insertions, which are in the order of the text. */
export function withInsertions(text: string, insertions: readonly Insertion[]): string {
  const lines = text.split('\n');
  for (const { line, offset, text: added } of insertions.toReversed()) {
    const content = lines[line - 1] ?? '';
    lines[line - 1] = content.slice(0, offset) + added + content.slice(offset);
  }
  return lines.join('\n');
}

/** Ids for the cells of both sides. The same text on the right is the same entry and gets the same id. */
function cellInsertions(table: Table, idOf: (nameless: Nameless) => string | undefined): Insertion[] {
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
    const id =
      (isRight ? partners.get(words) : undefined) ??
      idOf({ place: placeOf(cell), words, others: known, kind: 'part' });
    if (id === undefined) return [];
    if (isRight) partners.set(words, id);
    return [{ line: end.line, offset: end.column - 1, text: ` <Id is="${id}" />` }];
  });
}

const placeOf = ({ position }: MdxJsxFlowElement | ListItem | TableCell): string =>
  `${position?.start.line ?? 0}:${position?.start.column ?? 0}`;

const idsInCell = ({ children }: TableCell): string[] => children.flatMap(idIn);

/** The question of an item: its text before the list or table, without code. */
export function promptOf({ children }: MdxJsxFlowElement): { children: RootContent[] } {
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

/** The id of an `<Id />` as a list; empty for other nodes. */
function idIn(node: RootContent): string[] {
  return isMarker(node) ? [attributesOf(node).is ?? ''] : [];
}

const stopWords = new Set(
  'a an and are as at be by do does for from how in is it its of on or that the their then there these they this to was what when which who why will with you your'.split(
    ' ',
  ),
);

/** The first significant words of a text, joined by hyphens; at most 32 characters. */
export function slug(text: string): string {
  const all =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? [];
  const significant = all.filter((word) => !stopWords.has(word));
  const kept = (significant.length > 0 ? significant : all).slice(0, 3);
  while (kept.join('-').length > 32 && kept.length > 1) kept.pop();
  return kept.join('-').slice(0, 32).replace(/-$/, '') || 'signs';
}

/** The wanted id, with a number behind it if it is taken; it is then taken. */
export function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
