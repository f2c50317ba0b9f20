import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';

/**
 * An element of QTI 3 with the names of QTI 2: `<qti-simple-choice template-identifier>` becomes
 * `<simpleChoice templateIdentifier>`. What stands in an element of HTML keeps its names.
 */
export function asQti2(element: XmlElement): XmlElement {
  const children = element.children.map((child) => (typeof child === 'string' ? child : asQti2(child)));
  if (!element.name.startsWith('qti-')) return { ...element, children };
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [
      name.startsWith('data-') ? name : camelCase(name),
      value,
    ]),
  );
  return { ...element, name: camelCase(element.name.slice('qti-'.length)), attributes, children };
}

const camelCase = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
