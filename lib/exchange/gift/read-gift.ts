import { paragraph, plainTextOf, text as textNode } from '#lib/exchange/markdown/nodes.ts';
import type { Entry, Markdown, Question, Reading } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { levels } from '#lib/item/registry.ts';
import { readAnswers } from './answers.ts';
import { type GiftBlock, giftBlocks } from './blocks.ts';
import { hideEscaped, showEscaped } from './escapes.ts';
import { type GiftFormat, giftText, splitFormat } from './text.ts';

/** Reads a GIFT file. Each question is read by itself, so a fault in one costs no other. */
export function readGift(file: string): Reading {
  let category = '';
  const entries: Entry[] = [];
  for (const block of giftBlocks(file)) {
    const named = /^\$CATEGORY:\s*(.*)$/i.exec(block.text)?.[1];
    if (named !== undefined) category = named.trim();
    else entries.push(readBlock(block, category));
  }
  return { entries, notes: [] };
}

/** The parts of a question before its answers are read. */
interface GiftParts {
  readonly title: string;
  readonly format: GiftFormat;
  readonly before: string;
  /** Null for a text without braces. */
  readonly answers: string | null;
  readonly after: string;
}

function readBlock(block: GiftBlock, category: string): Entry {
  const hidden = hideEscaped(block.text);
  const title = showEscaped(/^\s*::([\s\S]*?)::/.exec(hidden)?.[1] ?? '').trim();
  const from = { place: { line: block.line, column: 1 }, source: block.text, title, kind: 'question' };
  return readEntry(from, () => readQuestion(splitQuestion(hidden), block.comments, category));
}

function splitQuestion(hidden: string): GiftParts {
  const titled = /^\s*::([\s\S]*?)::/.exec(hidden);
  const body = titled ? hidden.slice(titled[0].length) : hidden;
  const open = body.indexOf('{');
  const close = body.lastIndexOf('}');
  const offset = (at: number) => offsetAt(hidden, hidden.length - body.length + at);
  if (open === -1 && close !== -1)
    throw new Unreadable('A } closes nothing. Write \\} if it is text.', offset(close));
  if (open !== -1 && close < open)
    throw new Unreadable('This { is never closed. Write \\{ if it is text.', offset(open));
  const { format, text } = splitFormat(open === -1 ? body : body.slice(0, open), 'moodle');
  const title = showEscaped(titled?.[1] ?? '').trim();
  if (open === -1) return { title, format, before: text, answers: null, after: '' };
  const inner = body.slice(open + 1, close);
  const second = inner.search(/[{}]/);
  if (second !== -1) {
    throw new Unreadable(
      'There are braces within braces, or two pairs of them. A question has one; write \\{ and \\} for text.',
      offset(open + 1 + second),
    );
  }
  return { title, format, before: text, answers: inner, after: body.slice(close + 1) };
}

/** Lines and columns before a position of the text, counted from 0. */
function offsetAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

function readQuestion(
  { format, before, answers, after }: GiftParts,
  comments: string,
  category: string,
): Omit<Question, 'place' | 'source' | 'title'> {
  if (answers === null)
    throw new Unreadable('It is a description: text without a question and without braces.');
  const changes = new Set<string>();
  const onChange = (change: string) => {
    changes.add(change);
  };
  const prompt = promptOf(before, after, format, onChange);
  const read = readAnswers(answers, format, onChange);
  const tags = [...comments.matchAll(/\[tag:([^\]\n]+)\]/gi)].map(([, tag = '']) => tag.trim());
  const id = /\[id:([^\]\n]+)\]/i.exec(comments)?.[1]?.trim();
  return {
    externalId: id ? showEscaped(hideEscaped(id)) : null,
    ...marksOf(tags),
    category,
    prompt,
    hints: [],
    ...read,
    changes: [...changes],
  };
}

/** The level and the objective among the tags, and the other tags. */
export function marksOf(tags: readonly string[]): Pick<Question, 'tags' | 'level' | 'objective'> {
  const level = levels.find((name) => tags.includes(name) || tags.includes(`level:${name}`)) ?? null;
  const objective = tags.map((tag) => /^objective:(.+)$/.exec(tag)?.[1]).find((name) => name !== undefined);
  const others = tags.filter((tag) => !/^(?:level|objective):/.test(tag) && tag !== level);
  return { tags: others, level, objective: objective ?? null };
}

/** The text before the braces; with text after them, a line stands where the answer goes. */
function promptOf(
  before: string,
  after: string,
  format: GiftFormat,
  onChange: (change: string) => void,
): Markdown {
  const first = giftText(before, format, onChange);
  const rest = giftText(after, format, onChange);
  if (plainTextOf(rest) === '' && rest.length === 0) return first;
  const [head, ...others] = rest;
  const last = first.at(-1);
  // A blank parts it from a word, and not from a bracket or quote around it.
  const isParted = last !== undefined && !/[([{«“"'‘]$/.test(before);
  const gap = textNode(`${isParted ? ' ' : ''}_____${/^\s/.test(showEscaped(after)) ? ' ' : ''}`);
  const start = last?.type === 'paragraph' ? last.children : [];
  const end = head?.type === 'paragraph' ? head.children : [];
  return [
    ...(last?.type === 'paragraph' ? first.slice(0, -1) : first),
    paragraph(...start, gap, ...end),
    ...(head?.type === 'paragraph' ? others : rest),
  ];
}
