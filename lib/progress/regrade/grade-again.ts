import type { Grade } from '#lib/item/item-type.ts';
import { type Answer, itemType, type Variant } from '#lib/item/registry.ts';

/** The grade by another state of the item, or why there is none: the answer chose what is gone, or its program must run again. */
export type Regrade = Grade | 'chose-what-is-gone' | 'must-run';

/** Grades a stored answer by an item as it is now. */
export function gradeAgain({ item, secret: { key } }: Variant, answer: Answer): Regrade {
  const kind = itemType(item.type);
  const { body } = item;
  const known = new Set(kind.aliasedIds?.(body));
  if (!kind.renameIds(answer, (id) => (known.has(id) ? id : undefined))) return 'chose-what-is-gone';
  const sent = kind.runs?.asSubmitted(answer) ?? answer;
  if (kind.runs && kind.runs.programs(body, key, sent).length > 0) return 'must-run';
  return kind.grade(body, key, answer);
}
