import type { Paragraph, Table, TableRow } from 'mdast';
import type { Doubt } from './doubt.ts';

const escapeBar = 'Write `\\|` for a bar that is text, in code too';

/** Rows of a table that are cut at other bars than their author meant; at most one finding for each. */
export function rowDoubt(row: TableRow, table: Table, text: string): Doubt | undefined {
  const offset = row.position?.start.offset ?? 0;
  const written = text.slice(offset, row.position?.end.offset ?? offset);
  const inCode = barInCode(written);
  if (inCode !== undefined) {
    const message = `This bar within code parts two cells, since a table is cut before its code is read. ${escapeBar}.`;
    return { offset: offset + inCode, rule: 'table-cells', message };
  }
  const columns = table.children[0]?.children.length ?? 0;
  const top = table.children[0]?.position;
  const head = text.slice(top?.start.offset ?? 0, top?.end.offset ?? 0);
  if ((columns > 1 || head.includes('|')) && !/(?<!\\)\|/.test(written)) {
    const message =
      'This line has no bar and becomes a row of the table above it. Put an empty line before it.';
    return { offset, rule: 'table-cells', message };
  }
  const extra = row.children[columns];
  if (!extra) return undefined;
  const message = `This row has ${row.children.length} cells, and the head of the table ${columns}: every bar begins a cell. ${escapeBar}, or remove what is too many.`;
  return { offset: extra.position?.start.offset ?? offset, rule: 'table-cells', message };
}

/** The first bar that stands, without a backslash, between two equal runs of backticks. */
function barInCode(row: string): number | undefined {
  for (const code of row.matchAll(/(?<![\\`])(`+)(?!`)(.*?[^`])\1(?!`)/g)) {
    const at = code[0].search(/(?<!\\)\|/);
    if (at !== -1) return code.index + at;
  }
  return undefined;
}

/** A head and a row of dashes that do not fit each other, and so are no table. */
export function headDoubt({ position }: Paragraph, text: string): Doubt | undefined {
  const offset = position?.start.offset ?? 0;
  const lines = text.slice(offset, position?.end.offset ?? offset).split('\n');
  const dashes = lines.findIndex(
    (line, at) =>
      at > 0 && /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes('|'),
  );
  if (dashes === -1 || !lines[dashes - 1]?.includes('|')) return bareRows(lines, offset);
  const before = lines.slice(0, dashes).join('\n').length + 1;
  const message = `This is no table, since the row of dashes has more or fewer cells than the head. Give both the same number. ${escapeBar}.`;
  return { offset: offset + before + (lines[dashes]?.search(/\S/) ?? 0), rule: 'table-head', message };
}

/** Rows that are written as a table without a row of dashes below the head, or with one that is none. */
function bareRows(lines: readonly string[], offset: number): Doubt | undefined {
  const isRow = (line: string) => /^\s*\|\s.*\s\|.*\s\|\s*$/.test(line);
  const isDashes = (line: string) => /^\s*\|(?:\s*:?[-—–=]+:?\s*\|){2,}\s*$/.test(line);
  const [first = '', second = ''] = lines;
  if (!isDashes(first) && !(isRow(first) && (isRow(second) || isDashes(second)))) return undefined;
  const message =
    'This is no table: below the head, in the very next line, stands a row of dashes such as `|---|---|`. Write it, or `\\|` for bars that are text.';
  return { offset, rule: 'table-head', message };
}
