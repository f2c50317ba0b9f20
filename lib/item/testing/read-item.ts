import { chance } from '#lib/chance/chance.ts';
import { type Answer, type AnyItemType, type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { parseFile } from '#lib/lesson/parse.ts';

/** An item of a test, read from MDX as an author writes it. */
export interface ReadItem {
  readonly item: Item;
  readonly secret: SecretItem;
  readonly type: AnyItemType;
}

/** Reads the one item of a text; throws when the text has a fault. */
export function readItem(text: string): ReadItem {
  const { tree, findings } = parseFile('file.mdx', text);
  const hash = (plain: string) =>
    `${[...plain].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_000_007, 7)}`.padStart(
      16,
      '0',
    );
  const context = { file: 'file.mdx', activity: 'practice', objectives: ['aim'], hash } as const;
  const file = compileFile('file.mdx', tree, (value) => [{ type: 'text', value }], context);
  const faults = [...findings, ...file.findings].map(({ rule, message }) => `${rule}: ${message}`);
  const [item] = file.items;
  const secret = item && file.secrets.get(item.id);
  if (!item || !secret || faults.length > 0) throw new Error(faults.join('\n') || 'No item was read');
  return { item, secret, type: itemType(item.type) };
}

/** The answer in a posted form, after the form's own check. */
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

export function validationMessage(read: ReadItem, fields: Record<string, readonly string[]>): string | null {
  return read.type.validate(read.item.body, posted(read, fields));
}

/** A right or a wrong answer as the kind itself gives it, and what grading says. */
export function exampleGrade({ item, secret, type }: ReadItem, right: boolean, seed: string) {
  return type.grade(item.body, secret.key, type.exampleAnswer(item.body, secret.key, right, chance(seed)));
}
