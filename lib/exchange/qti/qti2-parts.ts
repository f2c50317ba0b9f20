import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import type { Declarations } from './qti2-declarations.ts';

/** An item of QTI 2 in the parts that its kinds need. */
export interface Item2 {
  readonly element: XmlElement;
  readonly body: XmlElement;
  readonly interactions: readonly XmlElement[];
  readonly declarations: Declarations;
  readonly onChange: OnChange;
}

/** What is said of an answer, and who may see what, is no part of the question. */
export const isAside = ({ name }: XmlElement): boolean =>
  [
    'feedbackBlock',
    'feedbackInline',
    'rubricBlock',
    'templateBlock',
    'templateInline',
    'stylesheet',
    'endAttemptInteraction',
  ].includes(name);
