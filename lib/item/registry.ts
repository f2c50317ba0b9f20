import type { Secret } from '#lib/secret.ts';
import type { Rich } from '#lib/text/rich.ts';
import { blanks } from './blanks/blanks.ts';
import { card } from './card/card.ts';
import { choice } from './choice/choice.ts';
import { codeStep } from './code-step/code-step.ts';
import type { FormFields, ItemType } from './item-type.ts';
import { match } from './match/match.ts';
import { number } from './number/number.ts';
import { order } from './order/order.ts';
import { output } from './output/output.ts';
import type { ProblemKind } from './problem-kind.ts';
import type { ProofSource } from './proof.ts';
import { recall } from './recall/recall.ts';
import { text } from './text/text.ts';
import { whatIf } from './what-if/what-if.ts';

/** Every kind of item. An entry adds its tag, schemas, public options and grading. */
export const itemTypes = {
  choice,
  output,
  order,
  blanks,
  match,
  number,
  text,
  card,
  recall,
  'what-if': whatIf,
  'code-step': codeStep,
} as const;

type Types = typeof itemTypes;
export type ItemTypeName = keyof Types;

type PartsOf<T> =
  T extends ItemType<infer Name, infer Body, infer Key, infer Answer, infer View>
    ? { name: Name; body: Body; key: Key; answer: Answer; view: View }
    : never;
type Parts = { [Name in ItemTypeName]: PartsOf<Types[Name]> };

export type Body = Parts[ItemTypeName]['body'];
export type Key = Parts[ItemTypeName]['key'];
export type Answer = Parts[ItemTypeName]['answer'];
export type AnyItemType = ItemType<ItemTypeName, Body, Key, Answer, Parts[ItemTypeName]['view']>;

/** The public options of an item as the browser receives them, discriminated by `type`. */
export type ItemView = {
  [Name in ItemTypeName]: { readonly type: Name; readonly view: Parts[Name]['view'] };
}[ItemTypeName];
/** Public options and answer of one kind, for components. */
export type ViewOf<Name extends ItemTypeName> = Parts[Name]['view'];
export type AnswerOf<Name extends ItemTypeName> = Parts[Name]['answer'];

export type Level = 'easy' | 'medium' | 'hard';
export const levels = ['easy', 'medium', 'hard'] as const;

/** The public half of an item; it is shuffled and its ids are renamed before it is sent. */
export interface Item {
  readonly id: string;
  readonly type: ItemTypeName;
  readonly level: Level;
  readonly objective: string | null;
  /** What it asks for, where the author says so. */
  readonly asks?: ProblemKind;
  /** A heading of its own, and words in place of the name of its kind, where the author gives them. */
  readonly title?: string;
  readonly label?: string;
  /** No test has two items of one such group. */
  readonly apart?: string;
  /** The passage that teaches it, as the author names it. */
  readonly taught?: string;
  /** The time limit set by the author, in milliseconds. */
  readonly timeMs: number | null;
  /** Hash of the content, key included: answers are pinned to it. */
  readonly version: string;
  readonly prompt: Rich;
  readonly body: Body;
  readonly hintCount: number;
  /** Its key was tested by running, and the lock file of its lesson says so. */
  readonly proven?: true;
  /** It is asked in variants; prompt, body and version are those of the first. The others are in the secret half. */
  readonly varies?: true;
  readonly source: { readonly file: string; readonly line: number };
}

/** The secret half of an item. Only grading and feedback open it. */
export interface SecretItem {
  readonly key: Key;
  readonly hints: readonly Rich[];
  readonly solution: Rich | null;
  /** How its key is tested by running; absent if it cannot be. */
  readonly proof?: ProofSource;
  /** All variants of the item, the first included; absent unless it varies. */
  readonly variants?: readonly Variant[];
}

/** Both halves of an item, or of one of its variants, which have its id and versions of their own. */
export interface Variant {
  readonly item: Item;
  readonly secret: SecretItem;
}

export function itemType(name: ItemTypeName): AnyItemType {
  const types: Record<ItemTypeName, AnyItemType> = itemTypes;
  return types[name];
}

export function itemTypeByTag(tag: string): AnyItemType | undefined {
  return Object.values<AnyItemType>(itemTypes).find((type) => type.component === tag);
}

/** The form fields that a page posts for an answer. As in a browser, an empty group of boxes sends nothing. */
export function fieldsOf(type: AnyItemType, answer: Answer): Record<string, string[]> {
  const fields: FormFields = type.formFields?.(answer) ?? plainFields(answer);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, values]) => (values.length > 0 ? [[name, [...values]]] : [])),
  );
}

function plainFields(answer: Answer): FormFields {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, [value].flat().map((one) => String(one))]),
  );
}

export type SealedItem = Secret<SecretItem>;
