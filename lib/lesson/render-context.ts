import type { RootContent } from 'mdast';
import type { Rich } from '#lib/text/rich.ts';
import type { Finding } from './lesson.ts';

/** Records a finding about a node of the author's text: its rule, and what to do. It is an error unless it says otherwise. */
export type Report = (
  node: { position?: RootContent['position'] } | undefined,
  rule: string,
  message: string,
  severity?: Finding['severity'],
) => void;

/** The parts of the compiler that a component uses to render. */
export interface RenderContext {
  rich(nodes: readonly RootContent[]): Rich;
  readonly report: Report;
}
