import type { ItemTypeName, ViewOf } from '#lib/item/registry.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** What the inputs of one kind get. Their names are those of the kind's `form` schema. */
export interface FieldsProps<Name extends ItemTypeName> {
  readonly view: ViewOf<Name>;
  readonly item: ServedItem;
  /** Nothing can be changed: the item is settled, or nobody is signed in. */
  readonly disabled: boolean;
}
