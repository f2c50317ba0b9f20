import type { BlindResult } from '#lib/item/item-type.ts';
import { type AnyItemType, itemTypes } from '#lib/item/registry.ts';
import { type ReadItem, readItem } from './read-item.ts';

export interface Example {
  /** The kind and the name of the example: "choice many". */
  readonly name: string;
  readonly mdx: string;
  readonly read: ReadItem;
  readonly blind: BlindResult | undefined;
}

/** Every kind that is registered. */
export const everyKind: readonly AnyItemType[] = Object.values<AnyItemType>(itemTypes);

/** Every example of every registered kind, read as the compiler of lessons reads it. */
export const everyExample: readonly Example[] = everyKind.flatMap((type) =>
  Object.entries(type.exampleSources).map(([name, mdx]) => ({
    name: `${type.name} ${name}`,
    mdx,
    read: readItem(mdx),
    blind: type.blindResults?.[name],
  })),
);
