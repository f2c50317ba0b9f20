import type { List, Nodes, Parents } from 'mdast';
import type { Doubt } from './doubt.ts';

/** Lines that became a list or a quote by what they begin with, and numbers that are shown as others. */
export function listDoubts(node: Nodes, parent: Parents | undefined, text: string): Doubt[] {
  if (node.type === 'list') {
    const numbers = node.ordered ? numberDoubts(node, parent, text) : [];
    return numbers.length > 0 ? numbers : wrappedDoubts(node, parent, text);
  }
  if (node.type !== 'blockquote' || parent?.type === 'listItem') return [];
  const compared = comparisonDoubts(node, parent, text);
  return compared.length > 0 ? compared : wrappedDoubts(node, parent, text);
}

/** `>= 5`, `>5` and `>>> print(x)` at the beginning of a text. */
function comparisonDoubts(node: Nodes, parent: Parents | undefined, text: string): Doubt[] {
  const offset = node.position?.start.offset ?? 0;
  const mark = /^>(?=\s?=|\d)|^>>>(?=\s?[^\s>])/.exec(text.slice(offset, offset + 6))?.[0];
  if (mark === undefined || parent?.type === 'blockquote') return [];
  const cure =
    mark.length > 1 ? 'Put what is typed at a prompt into a fence' : 'Write `\\>` for a sign that is text';
  const message = `This line begins with \`${mark}\` and so becomes a quote. ${cure}, or put a blank behind the sign.`;
  return [{ offset, rule: 'line-start', message }];
}

function numberDoubts(list: List, parent: Parents | undefined, text: string): Doubt[] {
  const first = list.start ?? 1;
  const entries = list.children.map(({ position }) => {
    const offset = position?.start.offset ?? 0;
    return { offset, number: /^\d+/.exec(text.slice(offset, offset + 10))?.[0] ?? '' };
  });
  const [one] = entries;
  if (one && entries.length === 1 && first > 1 && !goesOn(list, first, parent)) {
    const message = `This line becomes a list that begins with ${one.number}. Write \`${one.number}\\.\` if it is a sentence, or begin the list with 1.`;
    return [{ offset: one.offset, rule: 'list-number', message }];
  }
  if (entries.every(({ number }) => Number(number) === first)) return [];
  const wrong = entries.findIndex(({ number }, at) => Number(number) !== first + at);
  const { offset = 0, number = '' } = entries[wrong] ?? {};
  if (wrong === -1) return [];
  const message = `This entry is written ${number} and shown as ${first + wrong}, since a list counts on from its first number. Correct the number, or write the list with hyphens.`;
  return [{ offset, rule: 'list-number', message }];
}

/** Whether an earlier list of the same text ends with the number before. */
function goesOn(list: List, first: number, parent: Parents | undefined): boolean {
  return (parent?.children ?? []).some(
    (other) =>
      other !== list &&
      other.type === 'list' &&
      other.ordered === true &&
      (other.start ?? 1) + other.children.length === first,
  );
}

/** One line alone, right below a paragraph that announces nothing: a sentence that was broken there. */
function wrappedDoubts(node: Nodes, parent: Parents | undefined, text: string): Doubt[] {
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  const { start, end } = node.position ?? {};
  if (!start || !end || before?.type !== 'paragraph' || before.position?.end.line !== start.line - 1)
    return [];
  const isShort = node.type === 'list' ? node.children.length === 1 : end.line === start.line;
  const offset = start.offset ?? 0;
  const announced = /[:：]\s*(?:<Id\b[^>]*>)?$/.test(
    text.slice(before.position.start.offset, before.position.end.offset),
  );
  const hasBox = node.type === 'list' && node.children.some(({ checked }) => typeof checked === 'boolean');
  if (!isShort || announced || hasBox) return [];
  const mark = /^(?:\d+[.)]|[-+*>])/.exec(text.slice(offset, offset + 12))?.[0] ?? '';
  const escaped = mark.replace(/[-+*>.)]$/, '\\$&');
  const message = `This line begins with \`${mark}\` and so becomes a ${node.type === 'list' ? 'list' : 'quote'}. Write \`${escaped}\` if the sentence goes on, or put an empty line before it.`;
  return [{ offset, rule: 'line-start', message }];
}
