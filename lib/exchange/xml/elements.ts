import type { XmlElement } from './parse-xml.ts';

/** The child elements, or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) =>
    typeof child === 'string' || (name !== undefined && child.name !== name) ? [] : [child],
  );
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0];

/** All elements of these names at any depth, in the order of the file. */
export function findAll(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...findAll(child, ...names),
  ]);
}

/** All text of an element, without tags; empty for none. */
export function xmlText(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : xmlText(child)))
    .join('');
}

const empty = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);

/**
 * The content of an element as HTML. `replace` may give an element another markup: a text to put in its place, or
 * undefined to write it as it is.
 */
export function innerHtml(
  element: XmlElement | undefined,
  replace: (child: XmlElement) => string | undefined = () => undefined,
): string {
  return (element?.children ?? [])
    .map((child) => {
      if (typeof child === 'string') return escapeXml(child);
      const other = replace(child);
      if (other !== undefined) return other;
      const attributes = Object.entries(child.attributes).map(
        ([name, value]) => ` ${name}="${escapeXml(value)}"`,
      );
      const open = `<${child.name}${attributes.join('')}>`;
      return empty.has(child.name) ? open : `${open}${innerHtml(child, replace)}</${child.name}>`;
    })
    .join('');
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
