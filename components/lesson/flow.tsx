import type { RichNode } from '#lib/text/rich.ts';
import type { Parts } from './rich.tsx';
import { flowClass, Run, textRuns } from './text-runs.tsx';

export interface FlowProps {
  nodes: readonly RichNode[];
  parts: Parts;
  className?: string | undefined;
}

/** A text whose paragraphs keep a readable width while components between them use the width they need. */
export function Flow({ nodes, parts, className = '' }: FlowProps) {
  return (
    <div className={`${flowClass} ${className}`}>
      {textRuns(nodes).map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text does not change its order
        <Run key={index} run={run} first={index === 0} parts={parts} />
      ))}
    </div>
  );
}
