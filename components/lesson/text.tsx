import type { RichNode } from '#lib/lesson/rich.ts';
import { Flow } from './flow.tsx';
import type { Parts } from './rich.tsx';
import { textParts } from './text-parts.tsx';

export interface TextProps {
  nodes: readonly RichNode[];
  parts?: Parts | undefined;
  className?: string | undefined;
}

/** A compiled text with notes, comparisons, reveals and steps. Pages add `lessonParts` for plots, traces and items. */
export function Text({ nodes, parts = textParts, className }: TextProps) {
  return <Flow nodes={nodes} parts={parts} className={className} />;
}
