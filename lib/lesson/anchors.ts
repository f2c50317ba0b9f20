import type { Definition, Link, Nodes, Root } from 'mdast';
import { anchorId } from './anchor-ids.ts';
import { linkedId } from './heading-id.ts';
import type { Report } from './render-context.ts';

/** Links to a heading of the same page get the heading's id; those that lead nowhere are reported. */
export function bindAnchors(tree: Root, report: Report): void {
  const known = new Set<string>();
  const links: (Link | Definition)[] = [];
  collect(tree);
  for (const link of links) {
    const id = linkedId(link.url.slice(1));
    if (link.url !== '#' && known.has(id)) link.url = `#${id}`;
    else report(link, 'anchor', `«${link.url}» leads to no heading of this page. ${cure([...known])}`);
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

function cure(ids: readonly string[]): string {
  if (ids.length === 0) return 'The page has no headings: remove the link.';
  return `Use one of ${ids.map((id) => id.replace(/^s-/, '#')).join(', ')}.`;
}
