import type { Definition, Heading, Link, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { attributesOf, textOf } from '#lib/item/parts.ts';
import { headingIds, linkedId } from './heading-id.ts';
import type { Report } from './render-context.ts';

/** The target of a link: a heading, or a step of a build-up with its title. */
type Anchor = Heading | MdxJsxFlowElement | MdxJsxTextElement;

/** The id of a heading or step; undefined before `assignAnchorIds` has run. */
export function anchorId({ data }: Anchor): string | undefined {
  const id = data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Gives every heading and step of a page a unique id. */
export function assignAnchorIds(tree: Root): void {
  const anchors: Anchor[] = [];
  const taken = new Set<string>();
  collect(tree);
  const ids = headingIds(anchors.map(anchorText), taken);
  anchors.forEach((anchor, at) => {
    const id = ids[at];
    if (id !== undefined) anchor.data = { ...anchor.data, hProperties: { id } };
  });

  function collect(node: Nodes): void {
    if (node.type === 'heading') anchors.push(node);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { id } = attributesOf(node);
      if (node.name === 'Step') anchors.push(node);
      else if (id !== undefined) taken.add(id);
    }
    if ('children' in node) for (const child of node.children) collect(child);
  }
}

const anchorText = (anchor: Anchor): string =>
  anchor.type === 'heading' ? textOf(anchor) : (attributesOf(anchor).title ?? '');

/**
 * Moves all headings of a page below its title when one of them has a single `#`, which only the title has. Those of the
 * lowest level stay there.
 */
export function lowerHeadings(tree: Root): void {
  const headings: Heading[] = [];
  collect(tree);
  if (headings.every(({ depth }) => depth > 1)) return;
  for (const heading of headings) heading.depth = lower[heading.depth];

  function collect(node: Nodes): void {
    if (node.type === 'heading') headings.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  }
}

const lower = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

/**
 * Replaces links to headings of the same page by links to their ids. Those that lead nowhere are reported, and their words
 * are shown without a link.
 */
export function bindAnchors(tree: Root, report: Report): void {
  const known = new Set<string>();
  const links: (Link | Definition)[] = [];
  collect(tree);
  for (const link of links) {
    const id = linkedId(link.url.slice(1));
    if (link.url !== '#' && known.has(id)) link.url = `#${id}`;
    else {
      const message = `«${link.url}» leads to no heading of this page, so its words are shown without a link. ${suggestion([...known])}`;
      report(link, 'anchor', message, 'warning');
      link.url = '';
    }
  }

  function collect(node: Nodes): void {
    const id =
      node.type === 'heading' || node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
        ? anchorId(node)
        : undefined;
    if (id !== undefined) known.add(id);
    if ((node.type === 'link' || node.type === 'definition') && node.url.startsWith('#')) links.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  }
}

function suggestion(ids: readonly string[]): string {
  if (ids.length === 0) return 'The page has no headings: remove the link.';
  return `Use one of ${ids.map((id) => id.replace(/^s-/, '#')).join(', ')}.`;
}
