import type { RichNode, Rich as RichText } from '#lib/text/rich.ts';
import { isOurs, type Parts, Rich } from './rich.tsx';

/** Neighbours of a text that share one width: one of our components, or the elements between two of them. */
export interface TextRun {
  readonly ours: boolean;
  readonly nodes: RichText;
}

export function textRuns(nodes: readonly RichNode[]): TextRun[] {
  const made: TextRun[] = [];
  for (const node of nodes) {
    if (typeof node === 'string' && !node.trim()) continue;
    const ours = typeof node !== 'string' && isOurs(node);
    const last = made.at(-1);
    if (last && !ours && !last.ours) last.nodes.push(node);
    else made.push({ ours, nodes: [node] });
  }
  return made;
}

export interface RunProps {
  run: TextRun;
  /** A heading keeps its distance from what is above it, unless it begins the text. */
  first: boolean;
  parts: Parts;
}

export function Run({ run: { ours, nodes }, first, parts }: RunProps) {
  return (
    <div className={ours ? 'min-w-0' : first ? 'prose' : 'prose has-[>h2:first-child]:pt-5'}>
      <Rich nodes={nodes} parts={parts} />
    </div>
  );
}

/** The classes of the element around runs. */
export const runsClass = 'space-y-7';

/** The classes of a text with steps of its own. */
export const flowClass = `${runsClass} [counter-reset:step]`;
