import { fromHtml } from '#lib/exchange/markdown/from-html.ts';
import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown } from '#lib/exchange/question.ts';
import { escapeXml, innerHtml, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';

/** HTML as Markdown; what changed is handed on. */
export function htmlText(html: string, onChange: OnChange): Markdown {
  const { nodes, changes } = fromHtml(html);
  changes.forEach(onChange);
  return nodes;
}

/** The content of elements of QTI 2 as Markdown. A picture in an `<object>` is shown as one. */
export function contentText(
  element: XmlElement | undefined,
  onChange: OnChange,
  replace: (child: XmlElement) => string | undefined = () => undefined,
): Markdown {
  return htmlText(contentHtml(element, replace), onChange);
}

export function contentHtml(
  element: XmlElement | undefined,
  replace: (child: XmlElement) => string | undefined = () => undefined,
): string {
  return innerHtml(element, (child) => {
    const other = replace(child);
    if (other !== undefined) return other;
    const isPicture = child.name === 'object' && /^image\//.test(child.attributes.type ?? '');
    const alt = escapeXml(xmlText(child).replace(/\s+/g, ' ').trim());
    return isPicture ? `<img src="${escapeXml(child.attributes.data ?? '')}" alt="${alt}">` : undefined;
  });
}

/** The text of a `<mattext>` of QTI 1.2: escaped HTML, or elements, or plain text. */
export function materialHtml(mattext: XmlElement): string {
  const hasElements = mattext.children.some((child) => typeof child !== 'string');
  if (hasElements) return innerHtml(mattext);
  const text = xmlText(mattext);
  return mattext.attributes.texttype === 'text/html' ? text : escapeXml(text);
}

/** A short label that is plain text or a line of HTML. */
export const labelText = (html: string, onChange: OnChange): Markdown =>
  /[<&]/.test(html) ? htmlText(html, onChange) : fromPlain(html);
