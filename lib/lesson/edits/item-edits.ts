import { type Item, itemType, type SecretItem, type Variant } from '#lib/item/registry.ts';
import { variantsOf } from '#lib/item/variants.ts';
import { itemWording } from '#lib/lesson/item-text.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { bothHalves, type FoundItem, type Library } from '#lib/lesson/library.ts';

/**
 * What an edit means for the answers to an item: `key`, they may score otherwise; `options`, they may have chosen what is
 * gone; `wording`, they answered other words; `cosmetic`, neither score nor words differ.
 */
export const itemEditKinds = ['removed', 'key', 'options', 'wording', 'cosmetic', 'added'] as const;
export type ItemEditKind = (typeof itemEditKinds)[number];

/** An item that differs between two states of the content; null on the side that lacks it. */
export interface ItemEdit {
  readonly itemId: string;
  readonly kind: ItemEditKind;
  readonly before: FoundItem | null;
  readonly after: FoundItem | null;
  /** It is in another lesson or activity, so progress is counted there. */
  readonly moved: boolean;
}

/** All items that differ between two states of the content, in the order of `itemEditKinds`, then by place. */
export function itemEdits(before: Library, after: Library): ItemEdit[] {
  const ids = new Set([...itemIds(before), ...itemIds(after)]);
  const edits = [...ids].flatMap((itemId): ItemEdit[] => {
    const old = before.item(itemId) ?? null;
    const now = after.item(itemId) ?? null;
    const moved = old !== null && now !== null && placeOf(old) !== placeOf(now);
    const kind = kindOf(old, now) ?? (moved ? 'cosmetic' : null);
    return kind ? [{ itemId, kind, before: old, after: now, moved }] : [];
  });
  return edits.toSorted((a, b) => itemEditKinds.indexOf(a.kind) - itemEditKinds.indexOf(b.kind));
}

/** How two versions of one item differ; null if they do not. */
export function editOf(before: Variant, after: Variant): Exclude<ItemEditKind, 'added' | 'removed'> | null {
  const [olds, news] = [variantsOf(before), variantsOf(after)];
  const pairs = olds.flatMap((old, at) => (news[at] ? [[old, news[at]] as const] : []));
  const differs = (compare: (variant: Variant) => unknown) =>
    pairs.some(([old, now]) => JSON.stringify(compare(old)) !== JSON.stringify(compare(now)));
  if (olds.length !== news.length || before.item.type !== after.item.type) return 'options';
  if (differs((variant) => gradedBy(variant).choices)) return 'options';
  if (differs((variant) => gradedBy(variant).key)) return 'key';
  if (differs(itemWording)) return 'wording';
  return differs(everything) ? 'cosmetic' : null;
}

const itemIds = (library: Library): string[] =>
  library
    .lessons()
    .flatMap(({ activities, pool }: Lesson) => [...activities.flatMap(({ items }) => items), ...pool])
    .map(({ id }) => id);

function kindOf(before: FoundItem | null, after: FoundItem | null): ItemEditKind | null {
  if (!before) return 'added';
  if (!after) return 'removed';
  return editOf(bothHalves(before), bothHalves(after));
}

const placeOf = ({ lesson, activity }: FoundItem): string => `${lesson.id} ${activity}`;

function gradedBy({ item: { type, body }, secret: { key } }: Variant) {
  const kind = itemType(type);
  return kind.gradedBy?.(body, key) ?? { choices: kind.aliasedIds?.(body) ?? [], key: [body, key] };
}

/** Both halves, without the place in the file and what a lock file says of them. */
function everything({ item, secret }: Variant): [Partial<Item>, Partial<SecretItem>] {
  const { source: _source, proven: _proven, ...shown } = item;
  const { proof: _proof, variants: _variants, ...hidden } = secret;
  return [shown, hidden];
}
