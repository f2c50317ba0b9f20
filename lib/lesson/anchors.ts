import type { Definition, Link, Nodes, Root } from 'mdast';
import { textOf } from '#lib/item/parts.ts';
import type { Report } from './drawing.ts';
import { headingId } from './heading-id.ts';

/** Links to a heading of the same page get the heading's id; those that lead nowhere are reported. */
export function tieAnchors(tree: Root, report: Report): void {
  const headings = new Map<string, string>();
  const links: (Link | Definition)[] = [];
  collect(tree);
  for (const link of links) {
    const id = headingId(link.url.slice(1));
    if (headings.has(id)) link.url = `#${id}`;
    else
      report(
        link,
        'anchor',
        `«${link.url}» leads to no heading of this page. ${known([...headings.values()])}`,
      );
  }

  function collect(node: Nodes): void {
    if (node.type === 'heading') headings.set(headingId(textOf(node)), textOf(node));
    if ((node.type === 'link' || node.type === 'definition') && node.url.startsWith('#')) links.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  }
}

function known(titles: readonly string[]): string {
  if (titles.length === 0) return 'The page has no headings: remove the link.';
  return `Use one of ${titles.map((title) => headingId(title).replace(/^s-/, '#')).join(', ')}.`;
}
