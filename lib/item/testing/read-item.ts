import { chance } from '#lib/chance/chance.ts';
import { type Answer, type AnyItemType, type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { parseFile } from '#lib/lesson/parse.ts';

/** An item for tests, compiled from MDX. */
export interface ReadItem {
  readonly item: Item;
  readonly secret: SecretItem;
  readonly type: AnyItemType;
}

/** Compiles the one item of a text; throws if the text has a fault. */
export function readItem(text: string): ReadItem {
  const { tree, findings } = parseFile('file.mdx', text);
  const hash = (plain: string) =>
    `${[...plain].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007, 7)}`.padStart(
      16,
      '0',
    );
  const context = { file: 'file.mdx', activity: 'practice', objectives: ['aim'], hash } as const;
  const file = compileFile('file.mdx', tree, { highlight: (value) => [{ type: 'text', value }] }, context);
  const faults = [...findings, ...file.findings].map(({ rule, message }) => `${rule}: ${message}`);
  const [item] = file.items;
  const secret = item && file.secrets.get(item.id);
  if (!item || !secret || faults.length > 0) throw new Error(faults.join('\n') || 'No item was read');
  return { item, secret, type: itemType(item.type) };
}

/** The answer parsed from a posted form. */
export function posted({ type }: ReadItem, fields: Record<string, readonly string[]>): Answer {
  return type.formSchema.parse(fields);
}

export function graded(read: ReadItem, fields: Record<string, readonly string[]>) {
  const { score, correct } = read.type.grade(read.item.body, read.secret.key, posted(read, fields));
  return { score: Math.round(score * 1000) / 1000, correct };
}

export function explained(read: ReadItem, fields: Record<string, readonly string[]>, full: boolean) {
  return read.type.explain(read.item.body, read.secret.key, posted(read, fields), full);
}

export function incomplete(read: ReadItem, fields: Record<string, readonly string[]>): string | null {
  return read.type.validate(read.item.body, posted(read, fields));
}

/** The grade of the kind's own right or wrong example answer. */
export function exampleGrade({ item, secret, type }: ReadItem, right: boolean, seed: string) {
  return type.grade(item.body, secret.key, type.exampleAnswer(item.body, secret.key, right, chance(seed)));
}
