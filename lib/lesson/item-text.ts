import { chance } from '#lib/chance/chance.ts';
import { fieldsOf, type Item, itemType, type SecretItem, type Variant } from '#lib/item/registry.ts';
import { foldCase } from '#lib/text/fold-case.ts';
import { plainText, type RichNode } from '#lib/text/rich.ts';

/** Everything that an item shows before it is answered: its question, program, options and parts. */
export function itemText({ prompt, body }: Pick<Item, 'prompt' | 'body'>): string {
  return [plainText(prompt), ...textsIn(body)].join('\n');
}

/** The texts within a body: compiled text, and words that stand alone. Ids and settings are none. */
function textsIn(value: unknown): string[] {
  if (isRich(value)) return [plainText(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'bank' && Array.isArray(inner) ? inner.filter((one) => typeof one === 'string') : textsIn(inner),
  );
}

const isRich = (value: unknown): value is RichNode[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(isNode) &&
  value.some((node) => typeof node !== 'string');

function isNode(value: unknown): value is RichNode {
  if (typeof value === 'string') return true;
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  return value[1] === null || (typeof value[1] === 'object' && !Array.isArray(value[1]));
}

/**
 * All words of an item, shown before or after it is answered, and its programs. Of prose neither capitals nor punctuation
 * and spaces are kept.
 */
export function itemWording({ item, secret }: Variant): string[] {
  const { title = '', label = '', prompt, body } = item;
  const { key, hints, solution } = secret;
  return [title, label, ...[prompt, body, key, hints, solution ?? []].flatMap(wordsIn)];
}

function wordsIn(value: unknown): string[] {
  if (isRich(value)) return value.map(wordsOfNode);
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function wordsOfNode(node: RichNode): string {
  if (typeof node === 'string') return foldCase(node).replace(/[\p{P}\s]/gu, '');
  const [tag, , ...children] = node;
  return tag === 'code' || tag === 'pre' ? plainText(children) : children.map(wordsOfNode).join('');
}

/** The text of the right option; undefined unless the item asks for one of several options. */
export function rightOption({ type, body }: Item, { key }: SecretItem): string | undefined {
  const asked = itemType(type).singleChoice?.(body, key);
  const option = asked?.options.find(({ id }) => id === asked.right);
  return option && plainText(option.label);
}

/** The right answer as a learner sees it; empty for a kind without one. */
export function rightAnswer({ type, body }: Item, { key }: SecretItem): string {
  const kind = itemType(type);
  if (!kind.graded) return '';
  const labels = new Map(labelsIn(body));
  const answer = kind.exampleAnswer(body, key, true, chance('right'));
  const values = Object.entries(fieldsOf(kind, answer)).flatMap(([name, sent]) => [
    ...(name.startsWith('pair.') ? [labels.get(name.slice('pair.'.length)) ?? ''] : []),
    ...sent.map((value) => labels.get(value) ?? value),
  ]);
  return values.filter(Boolean).join(' | ').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The texts of all parts of a body that have an id. */
function labelsIn(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap(labelsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, string][] =
    'id' in value && typeof value.id === 'string' && 'label' in value && isRich(value.label)
      ? [[value.id, plainText(value.label)]]
      : [];
  return [...own, ...Object.values(value).flatMap(labelsIn)];
}

/** A gap of a program, with the text of its line around it. */
export interface Gap {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** The gaps of an item's program; other gaps of the same line are left out of the text around one. */
export function gapsOf({ body }: Pick<Item, 'body'>): Gap[] {
  if (!('blanks' in body)) return [];
  const marked = body.code.map(withMarks);
  const lines = plainText(marked).split('\n');
  return lines.flatMap((line) =>
    [...line.matchAll(/\uE000(\w+)\uE000/g)].map((match) => ({
      id: match[1] ?? '',
      before: line.slice(0, match.index).split('\uE000').at(-1) ?? '',
      after: line.slice(match.index + match[0].length).split('\uE000')[0] ?? '',
    })),
  );
}

function withMarks(node: RichNode): RichNode {
  if (typeof node === 'string') return node;
  const [tag, props, ...children] = node;
  if (tag === 'Blank') return `\uE000${props?.id}\uE000`;
  return [tag, props, ...children.map(withMarks)];
}
