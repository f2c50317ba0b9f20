import type { PartState } from '#lib/item/item-type.ts';

/** The look of a part of an answer by its state. */
export const partStyles = {
  right: '[--bar:var(--right)] border-right bg-right-tint',
  wrong: '[--bar:var(--wrong)] border-wrong bg-wrong-tint',
  missed: 'border-right border-dashed bg-paper-raised',
} as const satisfies Record<PartState, string>;
