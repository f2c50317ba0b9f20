import type { Definition, Nodes, Root } from 'mdast';

/**
 * Turns links and pictures whose address stands elsewhere in the file, `[words][name]`, into ordinary ones, in place:
 * parts of a page are rendered one by one, without the rest of the file.
 */
export function bindReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  collect(tree);
  bind(tree);

  function collect(node: Nodes): void {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) collect(child);
  }

  function bind(node: Nodes): void {
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const url = definitions.get(node.identifier)?.url;
      if (url !== undefined)
        Object.assign(node, { type: node.type === 'linkReference' ? 'link' : 'image', url });
    }
    if ('children' in node) for (const child of node.children) bind(child);
  }
}
