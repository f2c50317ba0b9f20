import type { ItemEdit, ItemEditKind } from './item-edits.ts';

/** How an item differs from the version before, as the history keeps it. */
export interface ItemEditNote {
  readonly itemId: string;
  readonly kind: ItemEditKind;
  readonly moved: boolean;
}

export const itemEditNote = ({ itemId, kind, moved }: ItemEdit): ItemEditNote => ({ itemId, kind, moved });
