import { childOf, childrenOf, findAll, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';

/** What is right for one response. */
export interface Declaration {
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  /** Null if the response is right or wrong as a whole. */
  readonly mapping: Mapping | null;
}

export interface Mapping {
  readonly points: ReadonlyMap<string, number>;
  readonly other: number;
  readonly hasCase: boolean;
}

export type Declarations = ReadonlyMap<string, Declaration>;

/** The declarations of an item. A mapping counts only where the response processing uses it. */
export function declarationsOf(item: XmlElement): Declarations {
  const processing = childOf(item, 'responseProcessing');
  const template = processing?.attributes.template ?? '';
  const isMapped = /map_response/.test(template) || findAll(processing, 'mapResponse').length > 0;
  return new Map(
    childrenOf(item, 'responseDeclaration').map((one) => [
      one.attributes.identifier ?? '',
      {
        cardinality: one.attributes.cardinality ?? 'single',
        baseType: one.attributes.baseType ?? 'identifier',
        correct: childrenOf(childOf(one, 'correctResponse'), 'value').map((value) => xmlText(value).trim()),
        mapping: isMapped ? mappingOf(childOf(one, 'mapping')) : null,
      },
    ]),
  );
}

function mappingOf(element: XmlElement | undefined): Mapping | null {
  const entries = childrenOf(element, 'mapEntry');
  if (entries.length === 0) return null;
  return {
    points: new Map(
      entries.map(({ attributes }) => [
        (attributes.mapKey ?? '').trim(),
        Number(attributes.mappedValue ?? 0),
      ]),
    ),
    other: Number(element?.attributes.defaultValue ?? 0),
    hasCase: entries.some(({ attributes }) => attributes.caseSensitive === 'true'),
  };
}
