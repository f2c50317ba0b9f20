import type { Variant } from '#lib/item/registry.ts';
import { variantOfSitting, variantOfVersion } from '#lib/item/variants.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import { Secret } from '#lib/secret.ts';
import type { ItemRecord } from './activity-context.ts';

/**
 * The variant of an item that a sitting asks: the one that was answered in it, or else the one that its seed draws. So an
 * author who changes the variants changes no question that has an answer. The item itself unless it varies.
 * @param record what is stored of the item in this sitting
 */
export function askedVariant(whole: Variant, seed: string, record: ItemRecord | undefined): Variant {
  const answered = record?.responses.at(-1)?.itemVersion;
  return (
    (answered === undefined ? undefined : variantOfVersion(whole, answered)) ?? variantOfSitting(whole, seed)
  );
}

/** The same for an item of the library. Its key is only looked at if it varies. */
export function askedItem(found: FoundItem, seed: string, record: ItemRecord | undefined): FoundItem {
  if (!found.item.varies) return found;
  const whole = { item: found.item, secret: found.secret.open() };
  const { item, secret } = askedVariant(whole, seed, record);
  return { lesson: found.lesson, activity: found.activity, item, secret: new Secret(secret) };
}
