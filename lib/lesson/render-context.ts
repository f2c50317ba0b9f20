import type { RootContent } from 'mdast';
import type { Rich } from '#lib/text/rich.ts';

/** Takes a finding about a node of an author's text: its rule, and what to do. */
export type Report = (
  node: { position?: RootContent['position'] } | undefined,
  rule: string,
  message: string,
) => void;

/** What drawing a component may use of the compiler. */
export interface RenderContext {
  rich(nodes: readonly RootContent[]): Rich;
  readonly report: Report;
}
