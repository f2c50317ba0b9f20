import type { Nodes, Root } from 'mdast';
import { attributesOf, isMarker } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { type Edit, edited } from '#lib/lesson/markdown/edits.ts';
import { idInsertions, withInsertions } from '#lib/lesson/missing-ids.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { type FoundItem, findIds } from './find-ids.ts';
import type { KnownItem, KnownPart } from './ids-file.ts';

type Texts = ReadonlyMap<string, string>;

export interface IdsAside {
  readonly texts: Texts;
  /** What the file of ids says then. */
  readonly items: readonly KnownItem[];
  /** Items whose ids stay in the text: from beside it they would not be found for sure. */
  readonly staying: readonly string[];
}

/**
 * The texts of a lesson without the ids that are found again from beside them. An item that could then be one of several
 * keeps its ids in the text, and so does a part whose `<Id>` says more.
 */
export function idsAside(texts: Texts, known: readonly KnownItem[]): IdsAside {
  const before = findIds(treesOf(texts), known);
  const staying = new Set<string>();
  for (;;) {
    const stripped = new Map([...texts].map(([file, text]) => [file, withoutIds(text, staying)] as const));
    const items = withMoved(known, before, staying);
    const after = findIds(treesOf(stripped), items);
    const unclear = before.flatMap((one, at) => {
      const id = idOf(one);
      return id !== undefined && !isSameItem(one, after[at]) ? [id] : [];
    });
    const added = unclear.filter((id) => !staying.has(id));
    if (added.length === 0 && (unclear.length === 0 || staying.size === 0))
      return { texts: stripped, items, staying: [...staying] };
    // What is unclear though its own ids stay is so for another reason: nothing is moved.
    if (added.length === 0) return { texts, items: known, staying: before.flatMap((one) => idOf(one) ?? []) };
    for (const id of added) staying.add(id);
  }
}

/** The texts with the ids that the file of ids gives their items and parts. */
export function idsInText(texts: Texts, known: readonly KnownItem[]): Texts {
  const found = findIds(treesOf(texts), known);
  return new Map(
    [...texts].map(([file, text]) => {
      const own = found.filter((one) => one.file === file);
      const ids = new Map(
        own.flatMap((one) => [
          ...entryOf(one.item, one.item.id === undefined ? one.known?.id : undefined),
          ...[...one.parts.found].flatMap(([part, { id }]) => entryOf(part, id)),
        ]),
      );
      return [
        file,
        withInsertions(
          text,
          idInsertions(text, ({ place }) => ids.get(place)),
        ),
      ] as const;
    }),
  );
}

const entryOf = ({ position }: Pick<Nodes, 'position'>, id: string | undefined): [string, string][] =>
  position && id !== undefined ? [[`${position.start.line}:${position.start.column}`, id]] : [];

const treesOf = (texts: Texts): ReadonlyMap<string, Root> =>
  new Map([...texts].map(([file, text]) => [file, parseFile(file, text).tree]));

const idOf = ({ item, known }: FoundItem): string | undefined => item.id ?? known?.id;

const partIds = ({ item, parts }: FoundItem): (string | undefined)[] =>
  item.parts.map((part) => part.id ?? parts.found.get(part)?.id);

const isSameItem = (a: FoundItem, b: FoundItem | undefined): boolean =>
  b !== undefined && JSON.stringify([idOf(a), partIds(a)]) === JSON.stringify([idOf(b), partIds(b)]);

/** The entries, with those of the items that are moved. */
function withMoved(
  known: readonly KnownItem[],
  found: readonly FoundItem[],
  staying: ReadonlySet<string>,
): KnownItem[] {
  const moved = found.flatMap((one): KnownItem[] => {
    const id = idOf(one);
    if (id === undefined || staying.has(id)) return [];
    const ids = partIds(one);
    const parts = one.item.parts.flatMap(({ text }, at): KnownPart[] => {
      const part = ids[at];
      return part === undefined ? [] : [{ id: part, text }];
    });
    const gone = (one.known?.parts ?? []).filter((part) => part.gone && !ids.includes(part.id));
    const all = [...parts, ...gone];
    return [{ id, tag: one.item.tag, text: one.item.text, ...(all.length > 0 ? { parts: all } : {}) }];
  });
  const ids = new Set(moved.map(({ id }) => id));
  return [...moved, ...known.filter(({ id }) => !ids.has(id))];
}

/** The text without the ids of its items and their parts, except of those that stay. */
function withoutIds(text: string, staying: ReadonlySet<string>): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const edits: Edit[] = [];
  const offsetOf = ({ position }: Nodes): number => {
    const { line = 1, column = 1 } = position?.start ?? {};
    return (starts[line - 1] ?? 0) + column - 1 + (line === 1 ? mark : 0);
  };
  visit(parseFile('', text).tree);
  return edited(
    text,
    edits.toSorted((a, b) => a.start - b.start),
  ).text;

  function visit(node: Nodes): void {
    if (node.type === 'mdxJsxFlowElement' && itemTypeByTag(node.name ?? '')) {
      const { id } = attributesOf(node);
      if (id === undefined || !staying.has(id)) strip(node, openingId);
    } else if ('children' in node) for (const child of node.children) visit(child);
  }

  function strip(node: Nodes, form: RegExp): void {
    const start = offsetOf(node);
    const found = form.exec(text.slice(start, start + longestTag));
    if (found) {
      const [whole, before = ''] = found;
      const blanks = before === '' ? (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
      edits.push({ start: start + before.length - blanks, end: start + whole.length, text: '' });
    }
    if (!('children' in node)) return;
    for (const child of node.children)
      if (child.type !== 'yaml' && isMarker(child)) strip(child, marker);
      else if ('children' in child) strip(child, nothing);
  }
}

const longestTag = 2000;
/** The id in the opening tag of an item, and what stands before it. */
const openingId = /^(<[A-Z]\w*(?:\s+[\w-]+(?:="[^"]*")?)*?)\s+id="[^"]*"/;
/** A marker that says nothing but the id. */
const marker = /^()<Id\s+is="[^"]*"\s*\/>/;
const nothing = /(?!)/;
