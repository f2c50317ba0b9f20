import type { Finding } from '#lib/lesson/lesson.ts';
import type { VariantLock } from '#lib/lesson/variants/variant-lock.ts';
import { shownValues } from '#lib/lesson/variants/with-values.ts';

/** A finding about a key, and the name of what was tried: the id of the item, with the number of a variant. */
export interface NamedFinding {
  readonly name: string;
  readonly finding: Finding;
}

const mostNamed = 6;

/**
 * One finding for each item and rule: what is wrong with several variants has one cause in the text that they share. It
 * gives the values of the first variant, and the numbers of all. Without variants a finding stays as it is.
 */
export function mergeVariants(found: readonly NamedFinding[], variants: VariantLock): Finding[] {
  const groups = new Map<string, NamedFinding[]>();
  for (const one of found) {
    const { itemId, rule, message } = one.finding;
    const key = JSON.stringify([itemId, rule, numberOf(one) === undefined ? message : '']);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => merged(group, variants) ?? []);
}

function merged(group: readonly NamedFinding[], variants: VariantLock): Finding | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { finding } = first;
  const values = variants[finding.itemId ?? '']?.values ?? [];
  const own = values[(numberOf(first) ?? 0) - 1];
  if (!own) return finding;
  const numbers = [...new Set(group.flatMap((one) => numberOf(one) ?? []))];
  const isSame = group.every((one) => one.finding.message === finding.message);
  if (isSame && numbers.length === values.length) return finding;
  const named = numbers.slice(0, mostNamed).join(', ') + (numbers.length > mostNamed ? ' …' : '');
  const count = numbers.length === values.length ? 'all' : numbers.length;
  const others = numbers.length > 1 ? ` So it is in ${count} of ${values.length} variants: ${named}.` : '';
  return { ...finding, message: `With ${shownValues(own)}: ${finding.message}${others}` };
}

/** The number of the variant, from 1; undefined for an item without variants. */
function numberOf({ name }: NamedFinding): number | undefined {
  const number = /#(\d+)$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}
