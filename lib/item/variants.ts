import { chance } from '#lib/chance/chance.ts';
import type { Variant } from './registry.ts';

/**
 * The variant of an item that a sitting asks; the item itself unless it varies. Each variant has a number drawn from the seed
 * and from what it asks, and the lowest wins: so a variant that is added or removed changes few sittings.
 */
export function variantOfSitting(whole: Variant, seed: string): Variant {
  const { variants } = whole.secret;
  if (!variants) return whole;
  const drawn = variants.map((variant) => {
    const { id, version } = variant.item;
    return { variant, number: chance(`${seed}/${id}/variant/${version}`).below(2 ** 32) };
  });
  return drawn.toSorted((a, b) => a.number - b.number)[0]?.variant ?? whole;
}

/** All variants of an item; the item alone unless it varies. */
export const variantsOf = (whole: Variant): readonly Variant[] => whole.secret.variants ?? [whole];

/** The variant with a version, as a recorded answer names it; undefined if the item has none such any more. */
export function variantOfVersion(whole: Variant, version: string): Variant | undefined {
  return variantsOf(whole).find(({ item }) => item.version === version);
}
