import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** The markup of a library as nodes that can be sanitised. */
export function htmlElements(html: string): ElementContent[] {
  const { children } = fromHtml(html, { fragment: true });
  return children.filter((child) => child.type === 'element' || child.type === 'text');
}
