import type { ListItem, Paragraph } from 'mdast';
import type { Rich } from '#lib/text/rich.ts';
import type { ItemSource } from './item-type.ts';
import { reportMissingBoxes, reportMissingPrompt, reportTicksInPrompt } from './options.ts';
import { splitAtList, textOf } from './parts.ts';

/** A right or wrong answer that the author has listed, with its feedback. */
export interface ListedAnswer {
  readonly text: string;
  readonly checked: boolean | null;
  readonly feedback: Rich | null;
  readonly node: ListItem;
}

/** Reads the list of an item with a typed answer: `- [x] 42`, `- [ ] 24` with quoted feedback. It is not shown, so it has no ids. */
export function readListedAnswers(
  source: ItemSource,
): { prompt: Rich; right: ListedAnswer[]; wrong: ListedAnswer[] } | undefined {
  const split = splitAtList(source, 'answers');
  if (!split) return undefined;
  const all = split.list.children.map((node) => readAnswer(node, source));
  reportMissingBoxes(all, source);
  reportMissingPrompt(split.prompt, source);
  reportTicksInPrompt(split.prompt, source);
  const right = all.filter(({ checked }) => checked === true);
  if (right.length === 0) {
    source.report(
      split.list,
      'key-missing',
      'No answer is marked right. Write `- [x]` before the right one.',
    );
  }
  return {
    prompt: source.rich(split.prompt),
    right,
    wrong: all.filter(({ checked }) => checked === false),
  };
}

function readAnswer(node: ListItem, source: ItemSource): ListedAnswer {
  const [first, ...more] = node.children;
  const rest = more.filter((child) => child.type !== 'blockquote');
  if (first?.type !== 'paragraph' || rest.length > 0 || !isPlain(first)) {
    source.report(
      node,
      'value-marks',
      'A typed answer is one line of plain text. Write it without formatting, or as inline code: - [x] `__init__`.',
    );
  }
  const quotes = more.flatMap((child) => (child.type === 'blockquote' ? child.children : []));
  return {
    text: first?.type === 'paragraph' ? textOf(first).trim() : '',
    checked: node.checked ?? null,
    feedback: quotes.length > 0 ? source.rich(quotes) : null,
    node,
  };
}

function isPlain({ children }: Paragraph): boolean {
  return (
    children.length > 0 && children.every((child) => child.type === 'text' || child.type === 'inlineCode')
  );
}

/** Reports an answer that counts as the same as another one of the list. */
export function reportDuplicateAnswer(node: ListItem, source: ItemSource): void {
  source.report(
    node,
    'value-twice',
    'This answer counts as the same as another one of the list. Remove one of the two.',
  );
}

/** The answers of which an author has written several as one, as in `colour, color` or `seed or state`; else undefined. */
export function severalAnswers(text: string): readonly string[] | undefined {
  const parts = text.split(/\s*[,;/|]\s*|\s+or\s+/).map((part) => part.trim());
  const [first = '', ...others] = parts;
  const areWords = parts.every((part) => /^\p{L}[\p{L}\p{M}'’-]*$/u.test(part));
  if (others.length === 0 || !areWords) return undefined;
  const isOr = /^\S+(?:,\s+\S+)*,?\s+or\s+\S+$/.test(text);
  return isOr || others.every((other) => areSpellings(first, other)) ? parts : undefined;
}

/** Whether two words differ in one place, by two letters at most, as spellings of one word do. */
function areSpellings(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) start++;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return longest > 3 && longest - start - end <= 2;
}
