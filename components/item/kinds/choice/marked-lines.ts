import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';
import { sharedLines } from '#lib/text/shared-lines.ts';

/** Labels whose lines of code are marked by `data-differs` where they are not in all of them, and what is known of them. */
export interface MarkedLabels {
  readonly labels: readonly Rich[];
  /** Some lines are in all labels, and some are not. */
  readonly someDiffer: boolean;
  /** In characters. */
  readonly longestLine: number;
}

export function markedLabels(labels: readonly Rich[]): MarkedLabels {
  const texts = labels.map(linesOf);
  const shared = sharedLines(texts);
  const all = shared.flat();
  const someDiffer = all.includes(true) && all.includes(false);
  return {
    someDiffer,
    longestLine: Math.max(0, ...texts.flat().map(({ length }) => length)),
    labels: someDiffer ? labels.map((label, at) => marked(label, [...(shared[at] ?? [])])) : labels,
  };
}

const isLine = (node: RichNode): boolean => typeof node !== 'string' && node[1]?.className === 'line';

const linesOf = (nodes: readonly RichNode[]): string[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const [, , ...children] = node;
    return isLine(node) ? [plainText(children).trimEnd()] : linesOf(children);
  });

/** Takes from `shared` one value for each line. */
function marked(nodes: readonly RichNode[], shared: boolean[]): Rich {
  return nodes.map((node): RichNode => {
    if (typeof node === 'string') return node;
    const [tag, props, ...children] = node;
    if (!isLine(node)) return [tag, props, ...marked(children, shared)];
    return shared.shift() ? node : [tag, { ...props, 'data-differs': '' }, ...children];
  });
}
