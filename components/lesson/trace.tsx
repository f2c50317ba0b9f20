import type { RichNode } from '#lib/text/rich.ts';
import { LazyTraceStepper } from './lazy-trace-stepper.tsx';
import { type PartProps, textProp } from './rich.tsx';
import type { TraceData } from './trace-data.ts';

/** A program run step by step: the code, its variables and output, and a table of all steps. */
export function Trace({ props, nodes }: PartProps) {
  const data: TraceData = JSON.parse(textProp(props, 'data'));
  if (!data.steps) return null;
  return <LazyTraceStepper title={textProp(props, 'title')} data={data} lines={codeLines(nodes)} />;
}

/** The lines within `pre > code`. */
function codeLines(nodes: readonly RichNode[]): RichNode[] {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const [tag, , ...children] = node;
    if (tag === 'code') return children.filter((child) => typeof child !== 'string');
    const inner = codeLines(children);
    if (inner.length > 0) return inner;
  }
  return [];
}
