import { layoutParts } from './layout-parts.tsx';
import type { PartProps } from './rich.tsx';

export interface LayoutPartProps extends PartProps {
  tag: keyof typeof layoutParts;
}

/** One of the layout parts, by its tag. */
export function LayoutPart({ tag, ...given }: LayoutPartProps) {
  const Part = layoutParts[tag];
  return <Part {...given} />;
}
