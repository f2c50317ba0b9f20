import type { Table, TableRow } from 'mdast';
import type { ItemSource } from '#lib/item/item-type.ts';
import { type Cell, readCell, reportDuplicateId, textOf } from '#lib/item/parts.ts';
import type { Rich } from '#lib/text/rich.ts';
import { shownText } from '#lib/text/shown-text.ts';

interface Entry {
  readonly id: string;
  readonly label: Rich;
}

/** The content of a table of pairs. Notes are stored by the left entry of their row, or by the right one if there is none. */
export interface Pairs {
  readonly heads: readonly [string, string];
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
  readonly pairs: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, Rich>>;
}

interface Row {
  readonly left: Cell | undefined;
  readonly right: Cell | undefined;
  readonly note: Rich | null;
}

/** Reads `| left | right | note |`; the note is optional, and a row without a left entry is a partner of none. */
export function readPairs(table: Table, source: ItemSource): Pairs {
  const [head, ...body] = table.children;
  const columns = head?.children.length ?? 0;
  if (columns < 2 || columns > 3) {
    source.report(
      table,
      'match-columns',
      `This table has ${columns} columns. Write two, left and right, and a third one for notes if you like.`,
    );
  }
  const rows = body.map((row) => readRow(row, source));
  const left = rows.flatMap((row) => (row.left ? [row.left] : []));
  reportIds(rows, source);
  reportAlike(left, source);
  const right = distinctEntries(rows.flatMap((row) => (row.right ? [row.right] : [])));
  reportAlike(right, source);
  reportTooShort(left.length, right.length, table, source);
  reportOnePartner(rows, table, source);
  const notes = rows.flatMap((row) =>
    row.note ? [[(row.left ?? row.right)?.id ?? '', row.note] as const] : [],
  );
  return {
    heads: [textOf(head?.children[0]).trim(), textOf(head?.children[1]).trim()],
    left: left.map(entry),
    right: right.map(entry),
    pairs: Object.fromEntries(
      rows.flatMap((row) => (row.left && row.right ? [[row.left.id, row.right.id] as const] : [])),
    ),
    notes: Object.fromEntries(notes),
  };
}

function readRow(row: TableRow, source: ItemSource): Row {
  const [first, second, third] = row.children;
  const right = readCell(second, source);
  if (!right) {
    source.report(
      row,
      'match-partner',
      'This row has no right-hand entry. Write the partner into the second column, or remove the row.',
    );
  }
  const note = third && third.children.length > 0 ? source.rich(third.children) : null;
  return { left: readCell(first, source), right, note };
}

const entry = ({ id, label }: Cell): Entry => ({ id, label });

/** An entry that is in several rows with the same id, or without one and with the same text, is one partner. */
function distinctEntries(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell, at) => cells.findIndex((other) => isOne(cell, other)) === at);
}

const isOne = (a: Cell, b: Cell): boolean => a.id === b.id && (a.id !== '' || isAlike(a, b));

function reportIds(rows: readonly Row[], source: ItemSource): void {
  const seen = new Map<string, Cell>();
  for (const { left, right } of rows) {
    if (left) reportDuplicateId(left.marker, seen.has(left.id), left.id, source);
    if (left) seen.set(left.id, left);
    if (!right) continue;
    const earlier = seen.get(right.id);
    if (earlier)
      reportDuplicateId(right.marker, isLeft(earlier, rows) || !isAlike(earlier, right), right.id, source);
    else seen.set(right.id, right);
  }
}

const isLeft = (cell: Cell, rows: readonly Row[]): boolean => rows.some(({ left }) => left === cell);
const isAlike = (a: Cell, b: Cell): boolean => shownText(a.label) === shownText(b.label);

/** Reports entries of one side with the same text: nobody could distinguish them. */
function reportAlike(cells: readonly Cell[], source: ItemSource): void {
  for (const [at, cell] of cells.entries()) {
    if (cells.slice(0, at).some((other) => isAlike(other, cell))) {
      source.report(
        cell.node,
        'match-alike',
        'This entry says the same as another one of its column. Reword it; the partner of several has one id in all its rows.',
      );
    }
  }
}

function reportOnePartner(rows: readonly Row[], table: Table, source: ItemSource): void {
  const partners = rows.flatMap(({ left, right }) => (left && right ? [right.id || textOf(right.node)] : []));
  if (partners.length < 3 || new Set(partners).size > 1) return;
  source.report(
    table,
    'match-one-partner',
    'Every entry has the same partner, so whoever pairs all with it is right. Let another partner belong to one of them.',
  );
}

function reportTooShort(left: number, right: number, table: Table, source: ItemSource): void {
  if (left >= 3 && right >= 2) return;
  source.report(
    table,
    'match-too-short',
    'A Match item needs three entries on the left and two partners, or it can be guessed. Add rows, or use <Choice>.',
  );
}
