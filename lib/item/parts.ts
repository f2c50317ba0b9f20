import type { List, ListItem, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Rich } from '#lib/text/rich.ts';
import type { ItemSource } from './item-type.ts';

/** An option, block or concept: an entry of a list with `<Id is="…" />` and, quoted beneath it, its feedback. */
export interface Part {
  readonly id: string;
  readonly label: Rich;
  readonly feedback: Rich | null;
  /** The quoted text without marks: keywords of a recall concept. */
  readonly quoted: string;
  readonly checked: boolean | null;
  readonly last: boolean;
  readonly after: readonly string[];
  readonly node: ListItem;
}

/** Splits the nodes into the prompt and the last list, which holds the parts. */
export function splitAtList(
  source: ItemSource,
  what: string,
): { prompt: RootContent[]; list: List } | undefined {
  const { prompt, last } = splitAtLast(source, 'list', what);
  return last?.type === 'list' ? { prompt, list: last } : undefined;
}

/** Splits the nodes into the prompt and the last table. */
export function splitAtTable(
  source: ItemSource,
  what: string,
): { prompt: RootContent[]; table: Table } | undefined {
  const { prompt, last } = splitAtLast(source, 'table', what);
  return last?.type === 'table' ? { prompt, table: last } : undefined;
}

function splitAtLast(
  source: ItemSource,
  kind: 'list' | 'table',
  what: string,
): { prompt: RootContent[]; last: RootContent | undefined } {
  const at = source.nodes.findLastIndex((node) => node.type === kind);
  if (at === -1) {
    source.report(
      source.element,
      'parts-missing',
      `This item has no ${kind} of ${what}. Write ${what} as a Markdown ${kind}.`,
    );
  }
  const stray = at === -1 ? undefined : source.nodes[at + 1];
  if (stray) {
    source.report(
      stray,
      'text-after-parts',
      `This text comes after the ${what}. Move it before the ${kind}, or into <Solution>.`,
    );
  }
  return { prompt: source.nodes.slice(0, Math.max(0, at)), last: source.nodes[at] };
}

/** Reads every entry of the list; reports missing and duplicate ids. */
export function readParts(list: List, source: ItemSource): Part[] {
  const seen = new Set<string>();
  return list.children.map((node, index) => {
    const { markers, content } = takeMarkers(node.children);
    const [marker] = markers;
    const attributes = marker ? attributesOf(marker) : {};
    const id = attributes.is ?? '';
    reportId(node, markers, id, source);
    reportDuplicateId(marker, seen.has(id), id, source);
    seen.add(id);
    const quotes = content.filter((child) => child.type === 'blockquote');
    const label = content.filter((child) => child.type !== 'blockquote');
    if (label.length === 0) {
      source.report(
        node,
        'part-empty',
        'This entry has no text. Write what the learner is to choose, or remove it.',
      );
    }
    const feedback = quotes.flatMap((quote) => quote.children);
    return {
      id: id || `unnamed-${index + 1}`,
      label: source.rich(label),
      feedback: feedback.length > 0 ? source.rich(feedback) : null,
      quoted: quotes.map(textOf).join(' '),
      checked: node.checked ?? null,
      last: 'last' in attributes,
      after: (attributes.after ?? '').split(/\s+/).filter(Boolean),
      node,
    };
  });
}

/** Reads one entry of a table; undefined if the cell is empty. Duplicate ids are for the kind to report. */
export function readCell(cell: TableCell | undefined, source: ItemSource): Cell | undefined {
  if (!cell || cell.children.length === 0) return undefined;
  const markers = cell.children.filter(isMarker);
  const [marker] = markers;
  const id = (marker && attributesOf(marker).is) ?? '';
  const [node = cell] = cell.children;
  reportId(node, markers, id, source);
  const children = trimmed(cell.children.filter((child) => !isMarker(child)));
  const [paragraph] = source.rich([{ type: 'paragraph', children }]);
  const [, , ...label] = typeof paragraph === 'object' ? paragraph : ['p', null];
  return { id, marker, label, node };
}

export interface Cell {
  readonly id: string;
  readonly marker: Marker | undefined;
  readonly label: Rich;
  readonly node: RootContent;
}

function reportId(
  node: RootContent,
  [marker, second]: readonly Marker[],
  id: string,
  source: ItemSource,
): void {
  if (!marker) {
    source.report(
      node,
      'part-id-missing',
      'This entry has no id. Run `npm run content -- fix` or end its first line with <Id is="…" />.',
    );
  } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    source.report(
      marker,
      'part-id-form',
      `«${id}» is not an id. Use lower-case words joined by hyphens: <Id is="fixed-seed" />.`,
    );
  }
  if (second) {
    source.report(
      second,
      'part-id-many',
      'This entry has two ids, and an entry has one. Remove one of the two <Id />.',
    );
  }
}

export function reportDuplicateId(
  marker: Marker | undefined,
  isDuplicate: boolean,
  id: string,
  source: ItemSource,
): void {
  if (!marker || !isDuplicate) return;
  source.report(
    marker,
    'part-id-twice',
    `The id «${id}» is used twice in this item. Give one of the two another id.`,
  );
}

type Marker = MdxJsxFlowElement | MdxJsxTextElement;

export function isMarker<N extends RootContent>(child: N): child is N & Marker {
  return (child.type === 'mdxJsxTextElement' || child.type === 'mdxJsxFlowElement') && child.name === 'Id';
}

/** Separates the `<Id/>` of an entry, in its text or on a line of its own, from the content. */
function takeMarkers(children: readonly RootContent[]): { markers: Marker[]; content: RootContent[] } {
  const markers: Marker[] = [];
  const content: RootContent[] = [];
  for (const child of children) {
    if (isMarker(child)) {
      markers.push(child);
    } else if (child.type === 'paragraph' && child.children.some(isMarker)) {
      markers.push(...child.children.flatMap((inner) => (isMarker(inner) ? [inner] : [])));
      const others = trimmed(child.children.filter((inner) => !isMarker(inner)));
      if (others.length > 0) content.push({ ...child, children: others });
    } else {
      content.push(child);
    }
  }
  return { markers, content };
}

/** Without the spaces that the marker left at either end. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const out = children.map((child, index) => {
    if (child.type !== 'text') return child;
    let { value } = child;
    if (index === 0) value = value.trimStart();
    if (index === children.length - 1) value = value.trimEnd();
    return { ...child, value };
  });
  return out.filter((child) => child.type !== 'text' || child.value !== '');
}

/** The node of an attribute, for a finding's position; the tag itself if it is absent. */
export function attributeNode(element: Marker, name: string) {
  return element.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name) ?? element;
}

/** Literal attributes of a tag; one without a value is the empty string. */
export function attributesOf(element: Marker): Record<string, string> {
  const pairs = element.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return [];
    const value = attribute.value ?? '';
    return typeof value === 'string' ? [[attribute.name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Whether a node is a comment of the author, as in `{/* later *\/}`: it is not part of any text. */
const isComment = (node: object): boolean =>
  'type' in node &&
  (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') &&
  'value' in node &&
  /^\s*\/\*[\s\S]*\*\/\s*$/.test(String(node.value));

/** The plain text of a node, without comments. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if (isComment(node)) return '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('children' in node && Array.isArray(node.children)) return node.children.map(textOf).join('');
  return '';
}
