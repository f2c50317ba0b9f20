import type { RootContent } from 'mdast';
import type { Rich } from '#lib/text/rich.ts';

/** Records a finding about a node of the author's text: its rule, and what to do. */
export type Report = (
  node: { position?: RootContent['position'] } | undefined,
  rule: string,
  message: string,
) => void;

/** The parts of the compiler that a component uses to render. */
export interface RenderContext {
  rich(nodes: readonly RootContent[]): Rich;
  readonly report: Report;
}
