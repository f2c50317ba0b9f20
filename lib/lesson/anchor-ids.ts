import type { Heading, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { attributesOf, textOf } from '#lib/item/parts.ts';
import { headingIds } from './heading-id.ts';

/** What a link can lead to: a heading, or a step of a build-up with its title. */
type Anchor = Heading | MdxJsxFlowElement | MdxJsxTextElement;

/** The id of a heading or step; none before `nameAnchors` was there. */
export function anchorId({ data }: Anchor): string | undefined {
  const id = data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Gives every heading and step of a page an id that nothing else on it has. */
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
