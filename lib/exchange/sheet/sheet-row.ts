import type { CsvRow } from '#lib/csv/read-csv.ts';
import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import { numberTask } from '#lib/exchange/numbers.ts';
import { type Entry, type Markdown, noExtras, type Task } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { textTask } from '#lib/exchange/typed.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { levels } from '#lib/item/registry.ts';

/** The columns of the sheet. Only `question` is needed. */
export const sheetColumns = [
  'question',
  'right',
  'wrong',
  'kind',
  'id',
  'hint',
  'solution',
  'feedback',
  'level',
  'objective',
  'tolerance',
  'unit',
] as const;
type Column = (typeof sheetColumns)[number];
export type Columns = ReadonlyMap<Column, number>;

/** The position of each column by the first row; null if that is no head of a sheet. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const found = sheetColumns.flatMap((column) => {
    const at = names.indexOf(column);
    return at === -1 ? [] : [[column, at] as const];
  });
  const columns = new Map<Column, number>(found);
  return columns.has('question') ? columns : null;
}

/** Entries of a cell with bars between them; `\|` is a bar. */
export const splitCell = (cell: string): string[] =>
  cell
    .split(/(?<!\\)\|/)
    .map((entry) => entry.replaceAll('\\|', '|').trim())
    .filter((entry, at, all) => entry !== '' || all.length > at + 1);

/** A row of the sheet as a question. */
export function readSheetRow({ line, cells }: CsvRow, columns: Columns): Entry {
  // Our own tables have an apostrophe before what a spreadsheet would run.
  const cell = (column: Column): string =>
    (cells[columns.get(column) ?? -1] ?? '').replace(/^'(?=[=+\-@＝＋－＠])/u, '').trim();
  const kind = cell('kind').toLowerCase() || usualKind(cell('right'), cell('wrong'));
  const from = { place: { line, column: 1 }, source: cells.join(' ; '), title: '', kind };
  return readEntry(from, () => {
    if (cell('question') === '')
      throw new Unreadable('This row has no question. Fill its column `question`.');
    const changes: string[] = [];
    const level = levels.find((name) => name === cell('level').toLowerCase()) ?? null;
    if (cell('level') && level === null) changes.push(`«${cell('level')}» is no level.`);
    const task = taskOf(kind, cell, changes);
    return {
      ...noExtras,
      externalId: cell('id') || null,
      level,
      objective: cell('objective') || null,
      prompt: fromPlain(cell('question')),
      hints: splitCell(cell('hint'))
        .map(fromPlain)
        .filter((hint) => hint.length > 0),
      solution: fromPlain(cell('solution')),
      task,
      changes,
    };
  });
}

/** Wrong answers make a choice; a number alone is one; nothing at all is an open question. */
function usualKind(right: string, wrong: string): string {
  if (wrong !== '') return 'choice';
  if (right === '') return 'open';
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(right) ? 'number' : 'text';
}

function taskOf(kind: string, cell: (column: Column) => string, changes: string[]): Task {
  const right = splitCell(cell('right'));
  const wrong = splitCell(cell('wrong'));
  const notes = splitCell(cell('feedback')).map(fromPlain);
  const note = (at: number): Markdown => notes[at] ?? [];
  const listed = [
    ...right.map((text, at) => ({ text, right: true, feedback: note(at) })),
    ...wrong.map((text, at) => ({ text, right: false, feedback: note(right.length + at) })),
  ];
  switch (kind) {
    case 'choice':
      return {
        kind,
        many: right.length > 1,
        scoring: 'cancel',
        options: listed.map(({ text, ...rest }) => ({ label: fromPlain(text), ...rest })),
      };
    case 'text': {
      const read = textTask(listed, ['case'], 'sign');
      changes.push(...read.changes);
      return read.task;
    }
    case 'number': {
      const tolerance = cell('tolerance');
      const numbers = listed.map(({ text, right: isRight, feedback }) => {
        if (text === '' || !Number.isFinite(Number(text))) throw new Unreadable(`«${text}» is no number.`);
        return { value: Number(text), tolerance: 0, weight: isRight ? 100 : 0, feedback };
      });
      const read = numberTask(numbers, splitCell(cell('unit')));
      changes.push(...read.changes);
      return { ...read.task, tolerance: tolerance || null };
    }
    case 'order':
      return { kind, steps: right.map((text) => ({ label: fromPlain(text) })) };
    case 'match':
      return { kind, heads: ['entry', 'partner'], scoring: 'cancel', pairs: right.map(pairOf) };
    case 'open':
      return { kind };
    case 'card':
      return { kind, back: fromPlain(cell('right')) };
    default:
      throw new Unreadable(
        `There is no kind «${kind}». Write choice, text, number, order, match, open or card.`,
      );
  }
}

function pairOf(text: string): { left: Markdown | null; right: Markdown; note: Markdown } {
  // With a blank on either side it is the arrow, whatever other arrows the entry has.
  const arrow = /(?:^|\s)->(?=\s|$)/.exec(text) ?? /->/.exec(text);
  if (!arrow) throw new Unreadable(`«${text.slice(0, 40)}» has no ->. Write entry -> partner.`);
  const from = fromPlain(text.slice(0, arrow.index));
  return {
    left: from.length > 0 ? from : null,
    right: fromPlain(text.slice(arrow.index + arrow[0].length)),
    note: [],
  };
}
