import type { ListItem, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { attributesOf, isMarker, textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { promptOf } from '#lib/lesson/missing-ids.ts';
import { byText } from './pair-texts.ts';

type Position = RootContent['position'];

/** Something that has an id in the text, or may get one from beside it. */
export interface Written {
  /** What the author wrote, on one line. */
  readonly text: string;
  /** The id in the text; undefined if there is none. */
  readonly id: string | undefined;
  readonly position: Position;
  /** Writes an id into the tree. */
  give(id: string): void;
}

export interface WrittenItem extends Written {
  readonly tag: string;
  /** The words of the question alone. */
  readonly question: string;
  /** Options, blocks, concepts or cells of a table. */
  readonly parts: readonly Written[];
}

/** The items of a file, in its order. */
export function writtenItems(nodes: readonly RootContent[]): WrittenItem[] {
  return nodes.flatMap((node): WrittenItem[] => {
    if (node.type === 'mdxJsxFlowElement' && itemTypeByTag(node.name ?? '')) return [writtenItem(node)];
    return 'children' in node ? writtenItems(node.children) : [];
  });
}

function writtenItem(element: MdxJsxFlowElement): WrittenItem {
  return {
    tag: element.name ?? '',
    text: ownText(element),
    id: attributesOf(element).id,
    give: (id) => element.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: id }),
    position: element.position,
    question: textOf(promptOf(element)),
    parts: partsOf(element),
  };
}

/** Tags that say nothing about what is asked. */
const besideTheQuestion = ['Hint', 'Solution', 'Check', 'Wrong'];

/** The text of a question and its parts, without ids, hints, solution and feedback. */
const ownText = ({ children }: MdxJsxFlowElement): string => onOneLine(children.map(readText).join(' '));

function readText(node: RootContent): string {
  if (node.type === 'mdxJsxFlowElement' && besideTheQuestion.includes(node.name ?? '')) return '';
  if (isMarker(node)) return '';
  if (node.type === 'listItem') return withoutFeedback(node).map(readText).join(' ');
  if (!('children' in node)) return textOf(node);
  const isText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  const children: readonly RootContent[] = node.children;
  return children.map(readText).join(isText ? '' : ' ');
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const withoutFeedback = ({ children }: ListItem) => children.filter(({ type }) => type !== 'blockquote');

function partsOf(element: MdxJsxFlowElement): Written[] {
  const type = itemTypeByTag(element.name ?? '');
  if (type?.hasParts?.(element) === false) return [];
  const last = element.children.findLast((node) => node.type === type?.parts);
  if (last?.type === 'list') return last.children.map(entryPart);
  return last?.type === 'table' ? cellParts(last) : [];
}

function entryPart(entry: ListItem): Written {
  const own = withoutFeedback(entry);
  const { box = '' } = bareBox.exec(textOf(own[0]))?.groups ?? {};
  return {
    text: onOneLine(
      own
        .slice(box ? 1 : 0)
        .map(readText)
        .join(' '),
    ),
    id: own
      .flatMap((node): readonly RootContent[] => (node.type === 'paragraph' ? node.children : [node]))
      .flatMap(idIn)[0],
    position: entry.position,
    give(id) {
      const [first] = entry.children;
      const mark = marker(id, entry);
      if (box) {
        entry.checked = box !== ' ';
        entry.children.splice(0, 1, { type: 'paragraph', children: [mark] });
      } else if (first?.type === 'paragraph') first.children.push(mark);
      else entry.children.unshift({ type: 'paragraph', children: [mark] });
    },
  };
}

/** A box with nothing behind it, as above a fence. Markdown reads it as text. */
const bareBox = /^\s*\[(?<box>[ xX])\]\s*$/;

/** The entries of both columns; the same text on the right is the same entry. */
function cellParts({ children: [, ...rows] }: Table): Written[] {
  const left = rows.flatMap(({ children: [cell] }) => (cell ? [cell] : []));
  const right = rows.flatMap(({ children: [, cell] }) => (cell ? [cell] : []));
  const isFilled = ({ children }: TableCell) => children.length > 0;
  const partners = byText(right.filter(isFilled).map((cell) => ({ cell, text: onOneLine(readText(cell)) })));
  return [
    ...left.filter(isFilled).map((cell) => cellPart([cell], '')),
    ...[...partners.values()].map((same) =>
      cellPart(
        same.map(({ cell }) => cell),
        '→ ',
      ),
    ),
  ];
}

function cellPart(cells: readonly TableCell[], mark: string): Written {
  const bare = cells.filter(({ children }) => children.flatMap(idIn).length === 0);
  return {
    text: mark + onOneLine(cells[0] ? readText(cells[0]) : ''),
    id: bare.length > 0 ? undefined : cells.flatMap(({ children }) => children.flatMap(idIn))[0],
    position: cells[0]?.position,
    give(id) {
      for (const cell of bare) cell.children.push(marker(id, cell));
    },
  };
}

const idIn = (node: RootContent): string[] => (isMarker(node) ? [attributesOf(node).is ?? ''] : []);

const marker = (id: string, { position }: ListItem | TableCell): MdxJsxTextElement => ({
  type: 'mdxJsxTextElement',
  name: 'Id',
  attributes: [{ type: 'mdxJsxAttribute', name: 'is', value: id }],
  children: [],
  ...(position ? { position } : {}),
});
