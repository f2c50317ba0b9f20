import type { Nodes, Root } from 'mdast';
import { itemTypeByTag } from '#lib/item/registry.ts';

/**
 * Leaves the backslashes before `[`, `]` and `|` in texts of items in which `[[a|b]]` is a gap. Markdown takes them away,
 * and nobody could tell an escaped bracket from a gap.
 * @param text what the tree was parsed from, before its places are moved
 */
export function keepBrackets(tree: Root, text: string): void {
  const visit = (node: Nodes, isWithin: boolean): void => {
    if (node.type === 'mdxJsxFlowElement') {
      const hasGaps = itemTypeByTag(node.name ?? '')?.hasGaps === true;
      for (const child of node.children) visit(child, hasGaps);
    } else if (node.type === 'text' && isWithin) {
      const { start, end } = node.position ?? {};
      node.value = withBackslashes(node.value, text.slice(start?.offset ?? 0, end?.offset ?? 0));
    } else if ('children' in node) for (const child of node.children) visit(child, isWithin);
  };
  visit(tree, false);
}

/** The value with the backslashes of its source; as it is where the two cannot be followed, as with `&#91;`. */
function withBackslashes(value: string, source: string): string {
  let kept = '';
  let at = 0;
  for (const [sign] of source.matchAll(/\\[!-/:-@[-`{-~]|[\s\S]/g)) {
    const plain = sign.length > 1 ? sign.slice(1) : sign;
    if (value[at] === plain) {
      kept += sign.length > 1 && '[]|'.includes(plain) ? sign : plain;
      at++;
    } else if (!/[\s>]/.test(sign)) return value;
  }
  return at === value.length ? kept : value;
}
