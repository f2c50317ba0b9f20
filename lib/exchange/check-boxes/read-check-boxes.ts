import type { Code, List, ListItem, RootContent } from 'mdast';
import { cleanMarkdown, parseMarkdown } from '#lib/exchange/markdown/from-markdown.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { type Entry, type Markdown, noExtras, type Option, type Reading } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';

/**
 * Reads quizzes in Markdown: a heading or a paragraph, then a list of `- [ ]` and `- [x]`. What follows the list up to
 * the next question is the solution; a quote below an option is its feedback.
 */
export function readCheckBoxes(file: string): Reading {
  return { entries: sections(file).flatMap(readSection), notes: [] };
}

interface Section {
  readonly line: number;
  readonly lines: readonly string[];
}

/** A file cut at its headings, outside fences. */
function sections(file: string): Section[] {
  const all: { line: number; lines: string[] }[] = [{ line: 1, lines: [] }];
  let fence = '';
  for (const [at, line] of withTasks(file).split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && /^#{1,6}\s/.test(line)) all.push({ line: at + 1, lines: [] });
    all.at(-1)?.lines.push(line);
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
  }
  return all;
}

/** The boxes of LiaScript, `[( )]` and `[[X]]`, as those of GitHub. Their usual four spaces would make them code here. */
const withTasks = (file: string): string =>
  file.replace(
    /^([^\S\n]*)(?:[-*] )?\[[[(]([ xX])[\])]\] /gm,
    (_whole, indent: string, tick: string) => `${/^(?: {4}|\t)$/.test(indent) ? '' : indent}- [${tick}] `,
  );

function readSection({ line, lines }: Section): Entry[] {
  const source = lines.join('\n').trimEnd();
  if (!/^[^\S\n]*(?:[-*+]|\d+[.)])\s+\[[ xX]\]/m.test(source)) return [];
  let nodes: readonly RootContent[];
  try {
    nodes = parseMarkdown(source).children;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const from = { place: { line, column: 1 }, source, title: '', kind: 'question' };
    return [
      readEntry(from, () => {
        throw error;
      }),
    ];
  }
  return questionsOf(joinedLists(nodes)).map((parts) => {
    const start = parts.prompt[0] ?? parts.list;
    const first = start.position?.start.line ?? 1;
    const last = (parts.after.at(-1) ?? parts.list).position?.end.line ?? first;
    const from = {
      place: { line: line + first - 1, column: 1 },
      source: lines.slice(first - 1, last).join('\n'),
      title: '',
      kind: 'choice',
    };
    return readEntry(from, () => readParts(parts));
  });
}

/**
 * Boxes with code between them that is not indented are several lists to Markdown: here they are one, and the code
 * belongs to the option above it.
 */
function joinedLists(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const [at, node] of nodes.entries()) {
    const last = joined.at(-1);
    const isBelow = last?.type === 'list' && last.children.some(isTask);
    if (isBelow && node.type === 'code' && (isLetter(last.children.at(-1)) || isTaskList(nodes[at + 1])))
      joined[joined.length - 1] = withCode(last, node);
    else if (isBelow && isTaskList(node) && isTaskList(nodes[at - 1] ?? node, 'code'))
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    else joined.push(node);
  }
  return joined;
}

const isTaskList = (node: RootContent | undefined, or = ''): node is List =>
  node !== undefined && (node.type === or || (node.type === 'list' && node.children.some(isTask)));

/** An option that is a letter only: its text is the code below it. */
const isLetter = (entry: ListItem | undefined): boolean =>
  /^(?:\[[ xX]\] ?)?[A-H]?[.)]?$/.test(plainTextOf(entry?.children ?? []));

function withCode(list: List, code: Code): List {
  const last = list.children.at(-1);
  return last
    ? { ...list, children: [...list.children.slice(0, -1), { ...last, children: [...last.children, code] }] }
    : list;
}

interface Parts {
  readonly prompt: readonly RootContent[];
  readonly list: List;
  readonly after: readonly RootContent[];
}

/** Each list with boxes, with the text above it. Below one, a question goes on up to the last paragraph before the next. */
function questionsOf(nodes: readonly RootContent[]): Parts[] {
  const at = nodes.flatMap((node, index) =>
    node.type === 'list' && node.children.some(isTask) ? [index] : [],
  );
  return at.flatMap((index, number) => {
    const list = nodes[index];
    if (list?.type !== 'list') return [];
    const from = number === 0 ? 0 : promptStart(nodes, (at[number - 1] ?? 0) + 1, index);
    const next = at[number + 1];
    const to = next === undefined ? nodes.length : promptStart(nodes, index + 1, next);
    return [{ prompt: withoutFileTitle(nodes.slice(from, index)), list, after: nodes.slice(index + 1, to) }];
  });
}

/** A heading of the first level with a paragraph below it names the file, not the question. */
function withoutFileTitle(nodes: readonly RootContent[]): readonly RootContent[] {
  const [first, ...rest] = nodes;
  const isTitle = first?.type === 'heading' && first.depth === 1;
  return isTitle && rest.some(({ type }) => type === 'paragraph') ? rest : nodes;
}

/** Between two lists, the prompt of the second begins with the last paragraph that is no code. */
function promptStart(nodes: readonly RootContent[], from: number, to: number): number {
  const found = nodes.slice(from, to).findLastIndex(({ type }) => type === 'paragraph');
  return found === -1 ? to : from + found;
}

const bareBox = /^\[[ xX]\]$/;

const isTask = (entry: ListItem): boolean =>
  typeof entry.checked === 'boolean' || bareBox.test(plainTextOf(entry.children.slice(0, 1)));

function readParts({ prompt, list, after }: Parts) {
  const changes = new Set<string>();
  const clean = (nodes: readonly RootContent[]): Markdown => {
    const converted = cleanMarkdown(nodes);
    for (const change of converted.changes) changes.add(change);
    return converted.nodes;
  };
  const options = list.children.map((entry) => optionOf(entry, clean));
  const right = options.filter((option) => option.right).length;
  if (right === 0) throw new Unreadable('No box is ticked. Write - [x] before the right option.');
  const question = clean(prompt.flatMap(withoutNumber));
  if (plainTextOf(question) === '' && !question.some(({ type }) => type === 'code'))
    throw new Unreadable('There is no question above its boxes.');
  return {
    ...noExtras,
    prompt: question,
    solution: clean(after.filter(({ type }) => type !== 'thematicBreak' && type !== 'heading')),
    task: { kind: 'choice', many: right > 1, scoring: 'cancel', options } as const,
    changes: [...changes],
  };
}

/** A heading such as "Q12. What …?" as the text of the question; one that only counts is left out. */
function withoutNumber(node: RootContent): RootContent[] {
  if (node.type !== 'heading') return [node];
  const [first, ...rest] = node.children;
  if (first?.type !== 'text') return [{ type: 'paragraph', children: node.children }];
  const value = first.value.replace(/^(?:Q(?:uestion)?\s*)?\d+\s*[.:)]?\s*|^Question\s*$/i, '');
  const children = value ? [{ ...first, value }, ...rest] : rest;
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

function optionOf(entry: ListItem, clean: (nodes: readonly RootContent[]) => Markdown): Option {
  const [first, ...others] = entry.children;
  const box = bareBox.exec(plainTextOf(first ? [first] : []))?.[0];
  const isMark = others[0]?.type === 'code' && /^[A-H][.)]?$/.test(plainTextOf(first ? [first] : []));
  const blocks = box !== undefined || isMark ? others : entry.children;
  const quotes = blocks.flatMap((node) => (node.type === 'blockquote' ? node.children : []));
  return {
    label: clean(blocks.filter(({ type }) => type !== 'blockquote')),
    right: entry.checked === true || /x/i.test(box ?? ''),
    feedback: clean(quotes),
  };
}
