import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown } from '#lib/exchange/question.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import type { Condition } from './qti1-conditions.ts';

/** One `<item>` of QTI 1.2 in the parts that its kinds need. */
export interface Item {
  readonly element: XmlElement;
  readonly conditions: readonly Condition[];
  readonly feedback: ReadonlyMap<string, Markdown>;
  readonly promptHtml: string;
  readonly onChange: OnChange;
}
