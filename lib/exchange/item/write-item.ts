import type { Nodes, RootContent } from 'mdast';
import { fillPlaceholders } from '#lib/exchange/gaps.ts';
import { asLine, plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import {
  escapeText,
  hanging,
  prefixed,
  writeCode,
  writeInlineCode,
  writeLine,
  writeMarkdown,
} from '#lib/exchange/markdown/write-markdown.ts';
import type {
  GapPiece,
  Markdown,
  Option,
  Pair,
  Question,
  Step,
  Task,
  TypedAnswer,
} from '#lib/exchange/question.ts';
import { slug, uniqueId } from '#lib/lesson/missing-ids.ts';

/** The attributes that the place of an item decides. */
export interface ItemAttributes {
  readonly id: string;
  readonly level: string | null;
  readonly objective: string | null;
}

const components = {
  choice: 'Choice',
  text: 'Text',
  number: 'Number',
  match: 'Match',
  order: 'Order',
  blanks: 'Blanks',
  output: 'Output',
  'output-choice': 'Output',
  open: 'WhatIf',
  card: 'Card',
  other: 'WhatIf',
} as const satisfies Record<Task['kind'], string>;

/** The question as an item of ours, without the ids of its parts. Ends without a line break. */
export function writeItem(question: Question, given: ItemAttributes): string {
  const { task, prompt, hints, solution } = question;
  const tag = components[task.kind];
  const attributes = Object.entries({ ...given, ...attributesOf(task) }).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    return value === '' ? [name] : [`${name}="${escapeAttribute(value)}"`];
  });
  const parts = partsOf(task);
  const isListTwice = prompt.at(-1)?.type === 'list' && /^(?:-|\d+\.) /.test(parts);
  return [
    `<${tag} ${attributes.join(' ')}>`,
    writeMarkdown(prompt),
    isListTwice ? '{/* The options: */}' : '',
    parts,
    ...hints.map((hint) => wrapped('Hint', hint)),
    solution.length > 0 ? block('Solution', solution) : '',
    `</${tag}>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function attributesOf(task: Task): Record<string, string | null | undefined> {
  switch (task.kind) {
    case 'choice': {
      const right = task.options.filter((option) => option.right).length;
      return {
        many: task.many && right === 1 ? '' : null,
        scoring: task.many && task.scoring === 'exact' ? 'exact' : null,
      };
    }
    case 'text':
      return { ignore: task.ignore.join(' ') || null, form: task.form, length: task.length };
    case 'number':
      return {
        tolerance: task.tolerance,
        unit: task.units.join('|') || null,
        'with-unit': task.asksUnit ? '' : null,
      };
    case 'match':
      return { scoring: task.scoring === 'exact' ? 'exact' : null };
    case 'blanks':
      return { ignore: task.bank ? null : task.ignore.join(' ') || null };
    default:
      return {};
  }
}

function partsOf(task: Task): string {
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return writeOptions(task.options);
    case 'text':
    case 'number':
      return task.answers.map(writeTyped).join('\n');
    case 'match':
      return writePairs(task.heads, task.pairs);
    case 'order':
      return writeSteps(task.steps);
    case 'blanks':
      return writeBlanks(task);
    case 'output':
      return `${fenceFor(task.printed)}output\n${task.printed}\n${fenceFor(task.printed)}`;
    case 'card':
      return block('Back', task.back);
    default:
      return '';
  }
}

function writeOptions(options: readonly Option[]): string {
  const taken = new Set<string>();
  return options
    .map(({ label, right, feedback, last }) => {
      const id = uniqueId(slug(plainTextOf(label)), taken);
      const mark = `- [${right ? 'x' : ' '}] `;
      return writeEntry(mark, label, feedback, `<Id is="${id}"${last ? ' last' : ''} />`);
    })
    .join('\n');
}

function writeSteps(steps: readonly Step[]): string {
  const taken = new Set<string>();
  const ids = steps.map(({ label }) => uniqueId(slug(plainTextOf(label)), taken));
  return steps
    .map(({ label, after = [] }, at) => {
      const names = after.flatMap((before) => ids[before] ?? []).join(' ');
      return writeEntry(`${at + 1}. `, label, [], `<Id is="${ids[at]}"${names && ` after="${names}"`} />`);
    })
    .join('\n');
}

/** An entry of a list. One that begins with a block has its mark, and later its id, on a line of their own. */
function writeEntry(mark: string, label: Markdown, feedback: Markdown, marker: string): string {
  const indent = mark.startsWith('- ') ? '- ' : mark;
  const [first, ...rest] = label;
  const head = first?.type === 'paragraph' ? writeLine(first.children) : '';
  const others = first?.type === 'paragraph' ? rest : label;
  const [start = '', ...lines] = head.split('\n');
  // The id stands before the backslash that breaks the line.
  const line = lines.length > 0 ? start.slice(0, -1) : start;
  const body = [
    [
      `${mark.slice(indent.length)}${line && `${line} `}${marker}${lines.length > 0 ? '\\' : ''}`,
      ...lines,
    ].join('\n'),
    ...(others.length > 0 ? [`${head ? '\n' : ''}${writeMarkdown(others)}`] : []),
    ...(feedback.length > 0
      ? [`${others.length > 0 ? '\n' : ''}${prefixed(writeMarkdown(feedback), '> ')}`]
      : []),
  ].join('\n');
  return hanging(indent, body);
}

function writeTyped({ text, right, feedback }: TypedAnswer): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} .,'/%-]*$/u.test(text) && !/^\d+[.)]( |$)|www\.|\/\//.test(text);
  const line = isPlain || /^-?[\d.e-]+$/.test(text) ? text : writeInlineCode(text);
  const note = feedback.length > 0 ? `\n${prefixed(writeMarkdown(feedback), '> ')}` : '';
  return hanging('- ', `[${right ? 'x' : ' '}] ${line}${note}`);
}

function writePairs(heads: readonly [string, string], pairs: readonly Pair[]): string {
  const hasNotes = pairs.some(({ note }) => note.length > 0);
  const taken = new Set<string>();
  const partners = new Map<string, string>();
  const partnerId = (words: string): string => {
    const id = partners.get(words) ?? uniqueId(slug(words), taken);
    partners.set(words, id);
    return id;
  };
  const line = (nodes: Markdown) => writeLine(asLine(nodes) ?? [], true);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/\| {2}(?=\|)/g, '| ');
  const rows = pairs.map(({ left, right, note }) => {
    const from = left && `${line(left)} <Id is="${uniqueId(slug(plainTextOf(left)), taken)}" />`;
    return row([
      from ?? '',
      `${line(right)} <Id is="${partnerId(line(right))}" />`,
      ...(hasNotes ? [line(note)] : []),
    ]);
  });
  const head = row([...heads.map((name) => escapeText(name, true)), ...(hasNotes ? ['note'] : [])]);
  return [head, `|---|---|${hasNotes ? '---|' : ''}`, ...rows].join('\n');
}

function writeBlanks({ language, pieces, text, bank, once }: Extract<Task, { kind: 'blanks' }>): string {
  const code = text
    ? writeGapText(text, pieces)
    : writeCode({ lang: language, value: pieces.map(writePiece).join('') });
  if (bank === null) return code;
  const tokens = bank.map(({ token, feedback }) =>
    hanging(
      '- ',
      [
        writeInlineCode(token),
        ...(feedback.length > 0 ? [prefixed(writeMarkdown(feedback), '> ')] : []),
      ].join('\n'),
    ),
  );
  return `${code}\n\n<Bank${once ? ' once' : ''}>\n\n${tokens.join('\n')}\n\n</Bank>`;
}

/** A text with its gaps. In inline code nothing else is escaped, and elsewhere an answer is, as every text. */
function writeGapText(text: Markdown, pieces: readonly GapPiece[]): string {
  const gaps = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [writePiece(piece)]));
  const inCode = (value: string) => fillPlaceholders(value.replace(/\[\[/g, '\\[['), (at) => gaps[at] ?? '');
  return fillPlaceholders(writeMarkdown(mapInlineCode(text, inCode)), (at) => {
    const inner = (gaps[at] ?? '').slice(2, -2);
    return `[[${inner
      .split(/(\\[|[\]]|\|)/)
      .map((part, index) => (index % 2 === 0 ? escapeText(part) : part))
      .join('')}]]`;
  });
}

function mapInlineCode<N extends RootContent>(nodes: readonly N[], change: (value: string) => string): N[] {
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode') node.value = change(node.value);
    else if ('children' in node) node.children.forEach(visit);
  };
  const copies = structuredClone([...nodes]);
  copies.forEach(visit);
  return copies;
}

/** Two brackets of the code are escaped; within a gap, bars and brackets are. */
function writePiece(piece: GapPiece): string {
  if (typeof piece === 'string') return piece.replace(/\[\[/g, '\\[[');
  return `[[${piece.map((answer) => answer.replace(/[|[\]]/g, '\\$&')).join('|')}]]`;
}

const fenceFor = (value: string): string => '`'.repeat(/`{3}/.test(value) ? 8 : 3);

function wrapped(tag: string, nodes: Markdown): string {
  const [only, ...others] = nodes;
  const line = others.length === 0 && only?.type === 'paragraph' ? writeLine(only.children) : '';
  return line && !line.includes('\n') ? `<${tag}>${line}</${tag}>` : block(tag, nodes);
}

const block = (tag: string, nodes: Markdown): string => `<${tag}>\n\n${writeMarkdown(nodes)}\n\n</${tag}>`;

const escapeAttribute = (value: string): string => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
