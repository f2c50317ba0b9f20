import type { List, Nodes, Parents } from 'mdast';
import type { Misreading } from './misreading.ts';

/** Lines that became a list or quote by their first character, and numbers that are displayed differently. */
export function listMisreadings(node: Nodes, parent: Parents | undefined, text: string): Misreading[] {
  if (node.type === 'list') {
    const numbers = node.ordered ? numberMisreadings(node, parent, text) : [];
    return numbers.length > 0 ? numbers : wrappedLineMisreadings(node, parent, text);
  }
  if (node.type !== 'blockquote' || parent?.type === 'listItem') return [];
  const compared = comparisonMisreadings(node, parent, text);
  return compared.length > 0 ? compared : wrappedLineMisreadings(node, parent, text);
}

/** `>= 5`, `>5` and `>>> print(x)` at the beginning of a text. */
function comparisonMisreadings(node: Nodes, parent: Parents | undefined, text: string): Misreading[] {
  const offset = node.position?.start.offset ?? 0;
  const mark = /^>(?=\s?=|\d)|^>>>(?=\s?[^\s>])/.exec(text.slice(offset, offset + 6))?.[0];
  if (mark === undefined || parent?.type === 'blockquote') return [];
  const cure =
    mark.length > 1
      ? 'Put what is typed at a prompt into a fence'
      : 'Write `\\>` for a character that is text';
  const message = `This line begins with \`${mark}\` and so becomes a quote. ${cure}, or put a space behind the character.`;
  return [{ offset, rule: 'line-start', message }];
}

function numberMisreadings(list: List, parent: Parents | undefined, text: string): Misreading[] {
  const first = list.start ?? 1;
  const entries = list.children.map(({ position }) => {
    const offset = position?.start.offset ?? 0;
    return { offset, number: /^\d+/.exec(text.slice(offset, offset + 10))?.[0] ?? '' };
  });
  const [one] = entries;
  if (one && entries.length === 1 && first > 1 && !continuesEarlierList(list, first, parent)) {
    const message = `This line becomes a list that starts with ${one.number}. Write \`${one.number}\\.\` if it is a sentence, or start the list with 1.`;
    return [{ offset: one.offset, rule: 'list-number', message }];
  }
  if (entries.every(({ number }) => Number(number) === first)) return [];
  const wrong = entries.findIndex(({ number }, at) => Number(number) !== first + at);
  const { offset = 0, number = '' } = entries[wrong] ?? {};
  if (wrong === -1) return [];
  const message = `This entry is written ${number} and shown as ${first + wrong}, since a list counts on from its first number. Correct the number, or write the list with hyphens.`;
  return [{ offset, rule: 'list-number', message }];
}

/** Whether an earlier list of the same text ends with the previous number. */
function continuesEarlierList(list: List, first: number, parent: Parents | undefined): boolean {
  return (parent?.children ?? []).some(
    (other) =>
      other !== list &&
      other.type === 'list' &&
      other.ordered === true &&
      (other.start ?? 1) + other.children.length === first,
  );
}

/**
 * A single line right below a paragraph that neither announces a list nor ends a sentence: probably a wrapped one. In an entry of a list
 * it is a list within it.
 */
function wrappedLineMisreadings(node: Nodes, parent: Parents | undefined, text: string): Misreading[] {
  if (parent?.type === 'listItem') return [];
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const previous = siblings[siblings.indexOf(node) - 1];
  const { start, end } = node.position ?? {};
  if (!start || !end || previous?.type !== 'paragraph' || previous.position?.end.line !== start.line - 1)
    return [];
  const isSingleLine = node.type === 'list' ? node.children.length === 1 : end.line === start.line;
  const offset = start.offset ?? 0;
  const hasEnded = /[:.?!：。？！][*_"”)»]*\s*(?:<Id\b[^>]*>)?$/.test(
    text.slice(previous.position.start.offset, previous.position.end.offset),
  );
  const hasTickBox =
    node.type === 'list' && node.children.some(({ checked }) => typeof checked === 'boolean');
  if (!isSingleLine || hasEnded || hasTickBox) return [];
  const mark = /^(?:\d+[.)]|[-+*>])/.exec(text.slice(offset, offset + 12))?.[0] ?? '';
  const escaped = mark.replace(/[-+*>.)]$/, '\\$&');
  const message = `This line begins with \`${mark}\` and so becomes a ${node.type === 'list' ? 'list' : 'quote'}. Write \`${escaped}\` if the sentence continues, or put an empty line before it.`;
  return [{ offset, rule: 'line-start', message }];
}
