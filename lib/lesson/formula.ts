import type { Element } from 'hast';
import katex from 'katex';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import { htmlElements } from './html-elements.ts';
import type { Report } from './render-context.ts';

/** A formula as MathML. Links, loading and styles are disabled in KaTeX and removed by sanitising. */
export function formula(node: MathNode | InlineMath, displayMode: boolean, report: Report): Element {
  let html = '';
  try {
    html = katex.renderToString(node.value, {
      displayMode,
      output: 'mathml',
      trust: false,
      maxExpand: 100,
      maxSize: 10,
      strict: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : 'unknown';
    report(node, 'maths', `This formula cannot be typeset: ${reason}. For an amount of money write "USD 5".`);
  }
  return {
    type: 'element',
    tagName: displayMode ? 'div' : 'span',
    properties: { className: [displayMode ? 'maths-block' : 'maths'] },
    children: htmlElements(html),
  };
}
