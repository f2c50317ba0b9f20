import type { RichNode, Rich as RichText } from '#lib/text/rich.ts';
import { isOurs, type Parts, Rich } from './rich.tsx';

export interface FlowProps {
  nodes: readonly RichNode[];
  parts: Parts;
  className?: string | undefined;
}

/** A text whose paragraphs keep a readable width while components between them use the width they need. */
export function Flow({ nodes, parts, className = '' }: FlowProps) {
  return (
    <div className={`space-y-7 [counter-reset:step] ${className}`}>
      {runs(nodes).map(({ ours, nodes: run }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text does not change its order
        <div key={index} className={ours ? 'min-w-0' : 'prose not-first:has-[>h2:first-child]:pt-5'}>
          <Rich nodes={run} parts={parts} />
        </div>
      ))}
    </div>
  );
}

interface Run {
  readonly ours: boolean;
  readonly nodes: RichText;
}

function runs(nodes: readonly RichNode[]): Run[] {
  const made: Run[] = [];
  for (const node of nodes) {
    if (typeof node === 'string' && !node.trim()) continue;
    const ours = typeof node !== 'string' && isOurs(node);
    const last = made.at(-1);
    if (last && !ours && !last.ours) last.nodes.push(node);
    else made.push({ ours, nodes: [node] });
  }
  return made;
}
