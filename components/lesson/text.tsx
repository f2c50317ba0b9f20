import { lazyPart } from '#components/ui/lazy-near.ts';
import type { RichNode } from '#lib/text/rich.ts';
import { boxParts } from './box-parts.tsx';
import { Flow } from './flow.tsx';
import type { LayoutPartProps } from './layout-part.tsx';
import type { PartProps, Parts } from './rich.tsx';

export interface TextProps {
  nodes: readonly RichNode[];
  className?: string | undefined;
}

/** A compiled text of a question. Most have only paragraphs and code, so other components load on demand. */
export function Text({ nodes, className }: TextProps) {
  return <Flow nodes={nodes} parts={parts} className={className} />;
}

const LayoutPart = lazyPart(() => import('./layout-part.tsx').then((file) => file.LayoutPart));

const late = (tag: LayoutPartProps['tag']) => (given: PartProps) => <LayoutPart tag={tag} {...given} />;

const parts: Parts = {
  ...boxParts,
  Note: late('Note'),
  Compare: late('Compare'),
  Before: late('Before'),
  After: late('After'),
  Reveal: late('Reveal'),
  Step: late('Step'),
};
