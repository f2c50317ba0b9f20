import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Rich } from '#lib/lesson/rich.ts';
import type { ItemSource } from './item-type.ts';

/** An option, block or concept: one entry of a list with `<Id is="…" />` and, quoted beneath, what to say of it. */
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

/** The last list among the nodes carries the parts; what stands before it is the prompt. */
export function splitAtList(
  source: ItemSource,
  what: string,
): { prompt: RootContent[]; list: List } | undefined {
  const at = source.nodes.findLastIndex((node) => node.type === 'list');
  const list = source.nodes[at];
  if (list?.type !== 'list') {
    source.report(
      source.element,
      'parts-missing',
      `This item has no list of ${what}. Write ${what} as a Markdown list.`,
    );
    return undefined;
  }
  const stray = source.nodes[at + 1];
  if (stray) {
    source.report(
      stray,
      'text-after-parts',
      `This text stands after the ${what}. Move it before the list, or into <Solution>.`,
    );
  }
  return { prompt: source.nodes.slice(0, at), list };
}

/** Reads every entry of the list; missing and doubled ids are reported where they stand. */
export function readParts(list: List, source: ItemSource): Part[] {
  const seen = new Set<string>();
  return list.children.map((node, index) => {
    const { marker, second, content } = takeMarker(node);
    const attributes = marker ? attributesOf(marker) : {};
    const id = attributes.is ?? '';
    reportId(node, marker, id, seen, source);
    if (second) {
      source.report(
        second,
        'part-id-many',
        'This entry has two ids, and an entry has one. Remove one of the two <Id />.',
      );
    }
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

function reportId(
  node: ListItem,
  marker: Marker | undefined,
  id: string,
  seen: ReadonlySet<string>,
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
      `«${id}» is no id. Use lower-case words joined by hyphens: <Id is="fixed-seed" />.`,
    );
  } else if (seen.has(id)) {
    source.report(
      marker,
      'part-id-twice',
      `The id «${id}» is used twice in this item. Give one of the two another id.`,
    );
  }
}

type Marker = MdxJsxFlowElement | MdxJsxTextElement;

/** Takes `<Id/>` out of an entry, wherever its first line or a line of its own holds it. */
function takeMarker(node: ListItem): {
  marker: Marker | undefined;
  second: Marker | undefined;
  content: RootContent[];
} {
  const markers: Marker[] = [];
  const isMarker = (child: RootContent): child is Marker =>
    (child.type === 'mdxJsxTextElement' || child.type === 'mdxJsxFlowElement') && child.name === 'Id';
  const content: RootContent[] = [];
  for (const child of node.children) {
    if (isMarker(child)) {
      markers.push(child);
    } else if (child.type === 'paragraph' && child.children.some(isMarker)) {
      markers.push(...child.children.flatMap((inner) => (isMarker(inner) ? [inner] : [])));
      const kept = trimmed(child.children.filter((inner) => !isMarker(inner)));
      if (kept.length > 0) content.push({ ...child, children: kept });
    } else {
      content.push(child);
    }
  }
  return { marker: markers[0], second: markers[1], content };
}

/** Without the blanks that the marker left at either end. */
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

/** Literal attributes of a tag; one without a value is the empty string. */
export function attributesOf(element: Marker): Record<string, string> {
  const pairs = element.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return [];
    const value = attribute.value ?? '';
    return typeof value === 'string' ? [[attribute.name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** The plain words below a node. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('children' in node && Array.isArray(node.children)) return node.children.map(textOf).join('');
  return '';
}
