import type { Paragraph, Table, TableRow } from 'mdast';
import { beginsWithBullet } from './line-reading.ts';
import type { Misreading } from './misreading.ts';

const escapeBar = 'Write `\\|` for a bar that is text, in code too';

/** A row of a table that is split at other bars than its author meant; at most one finding for each row. */
export function rowMisreading(row: TableRow, table: Table, text: string): Misreading | undefined {
  const offset = row.position?.start.offset ?? 0;
  const written = text.slice(offset, row.position?.end.offset ?? offset);
  const inCode = barInCode(written);
  if (inCode !== undefined) {
    const message = `This bar within code separates two cells, since a table is split before its code is read. ${escapeBar}.`;
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
  const message = `This row has ${row.children.length} cells, and the head of the table ${columns}: every bar starts a cell. ${escapeBar}, or remove the extra cells.`;
  return { offset: extra.position?.start.offset ?? offset, rule: 'table-cells', message };
}

/** The offset of the first bar without a backslash in inline code. */
function barInCode(row: string): number | undefined {
  for (const code of row.matchAll(/(?<![\\`])(`+)(?!`)(.*?[^`])\1(?!`)/g)) {
    const at = code[0].search(/(?<!\\)\|/);
    if (at !== -1) return code.index + at;
  }
  return undefined;
}

/** A head with a row of dashes of another length, which together are not a table. */
export function headMisreading({ position }: Paragraph, text: string): Misreading | undefined {
  const offset = position?.start.offset ?? 0;
  const lines = text.slice(offset, position?.end.offset ?? offset).split('\n');
  const dashes = lines.findIndex(
    (line, at) =>
      at > 0 && /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes('|'),
  );
  if (dashes === -1 || !lines[dashes - 1]?.includes('|'))
    return bareRows(lines, offset) ?? otherTable(lines, offset);
  const before = lines.slice(0, dashes).join('\n').length + 1;
  const message = `This is not a table, since the row of dashes has more or fewer cells than the head. Give both the same number. ${escapeBar}.`;
  return { offset: offset + before + (lines[dashes]?.search(/\S/) ?? 0), rule: 'table-head', message };
}

/** Rows that are written as a table without a row of dashes below the head, or with one that is none. */
function bareRows(lines: readonly string[], offset: number): Misreading | undefined {
  const isRow = (line: string) => /^\s*\|\s.*\s\|.*\s\|\s*$/.test(line);
  const isDashes = (line: string) => /^\s*\|(?:\s*:?[-—–=]+:?\s*\|){2,}\s*$/.test(line);
  const [first = '', second = ''] = lines;
  if (!isDashes(first) && !(isRow(first) && (isRow(second) || isDashes(second)))) return undefined;
  const message =
    'This is no table: below the head, in the very next line, stands a row of dashes such as `|---|---|`. Write it, or `\\|` for bars that are text.';
  return { offset, rule: 'table-head', message };
}

/** A table as word processors, spreadsheets and other tools write one. */
function otherTable(lines: readonly string[], offset: number): Misreading | undefined {
  const at = lines.findIndex((line, index) => {
    const other = lines[index + 1] ?? '';
    return cellsIn(line).length > 1 && cellsIn(line).length === cellsIn(other).length;
  });
  const grid = lines.findIndex((line) => /^\s*(?:\+[-=]{2,}(?:\+[-=]{2,})+\+|[┌╔╒├╠╭][─═┬╦╤┼]+)/.test(line));
  const first = grid === -1 ? at : at === -1 ? grid : Math.min(at, grid);
  if (first === -1) return undefined;
  const row = lines.slice(first).find((line) => cellsIn(line).length > 1) ?? '| a | b |';
  const cells = cellsIn(row);
  const before = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const kind = row.includes('\t')
    ? 'Cells parted by tabs are no table, and the lines run on'
    : 'This is no table, and the lines run on';
  const message = `${kind}. Write \`| ${cells.join(' | ')} |\`, below it a row of dashes, \`|${'---|'.repeat(cells.length)}\`, and the other rows in the same way.`;
  return {
    offset: offset + before + Math.max(0, (lines[first] ?? '').search(/\S/)),
    rule: 'table-head',
    message,
  };
}

/** The cells of a line that are parted by tabs, by bars with spaces around, or by drawn lines. */
function cellsIn(line: string): string[] {
  const plain = line.replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length)).trim();
  if (beginsWithBullet(line) || /^\s*(?:[-*+>#]|\d+[.)])\s/.test(line)) return [];
  const mark = ['\t', '│', '║', ' | '].find((one) => plain.includes(one));
  if (mark === undefined) return [];
  const cells = line.trim().split(mark === '\t' ? /\t+/ : mark === ' | ' ? / \| / : /[│║]/);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '|');
}
