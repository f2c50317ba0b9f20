import type { Element } from 'hast';
import katex from 'katex';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import { htmlElements } from './html-elements.ts';
import type { Report } from './render-context.ts';

const longestFormula = 2_000;

/** A formula as MathML. Links, loading and styles are disabled in KaTeX and removed by sanitising. */
export function formula(node: MathNode | InlineMath, displayMode: boolean, report: Report): Element {
  let html = '';
  if (node.value.length > longestFormula) {
    report(
      node,
      'maths',
      `This formula has ${node.value.length} characters; ${longestFormula} at most. Split it into several.`,
    );
    return { type: 'element', tagName: 'span', properties: {}, children: [] };
  }
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
