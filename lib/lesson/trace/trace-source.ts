import type { Code, Nodes, TableCell, TableRow } from 'mdast';
import { blocks, cellsOf, type JsxElement, tableOf } from '#lib/lesson/blocks.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { type TraceColumns, traceColumns } from './trace.ts';

/** A trace as its author wrote it, with positions for findings. */
export interface TraceSource {
  readonly language: string;
  readonly program: string;
  /** Names of the variables that have a column. */
  readonly names: readonly string[];
  readonly hasOutput: boolean;
  readonly rows: readonly TraceRow[];
  /** The cells of the head row; null if there is no table yet. */
  readonly head: readonly string[] | null;
  /** The position of the table in the file, or of the program if there is no table yet. */
  readonly position: Position;
  /** The last line of the table, or of the program. */
  readonly lastLine: number;
}

export interface TraceRow {
  readonly line: number;
  readonly values: readonly string[];
  readonly prints: string;
  /** The author's note, as Markdown. */
  readonly note: string;
  readonly position: Position;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Every trace of a file that has a program. */
export function tracesIn(file: string, text: string): TraceSource[] {
  if (!text.includes('<Trace')) return [];
  const lines = text.split('\n');
  return elementsOf(parseFile(file, text).tree).flatMap((element) => {
    const code = blocks(element).find((child): child is Code => child.type === 'code');
    const table = tableOf(element);
    if (!code) return [];
    const [head = null, ...cells] = table ? cellsOf(table) : [];
    const columns = traceColumns(head ?? []);
    const rows = table?.children.slice(1) ?? [];
    return [
      {
        language: code.lang ?? 'text',
        program: code.value,
        names: columns.variables.map(({ name }) => name),
        hasOutput: columns.prints !== -1,
        rows: rows.map((row, at) => ({
          ...rowOf(row, cells[at] ?? [], columns),
          note: cellSource(row.children[columns.note], lines),
        })),
        head,
        position: positionOf(table ?? code),
        lastLine: (table ?? code).position?.end.line ?? 1,
      },
    ];
  });
}

/** The source of a cell. */
function cellSource(cell: TableCell | undefined, lines: readonly string[]): string {
  const start = cell?.children[0]?.position?.start;
  const end = cell?.children.at(-1)?.position?.end;
  return start && end ? (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1) : '';
}

function rowOf(row: TableRow, cells: readonly string[], columns: TraceColumns): Omit<TraceRow, 'note'> {
  return {
    line: Number(cells[columns.line]),
    values: columns.variables.map(({ column }) => cells[column] ?? ''),
    prints: cells[columns.prints] ?? '',
    position: positionOf(row),
  };
}

const positionOf = ({ position }: { position?: Nodes['position'] }): Position => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});

function elementsOf(node: Nodes): JsxElement[] {
  const own =
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'Trace';
  if (own) return [node];
  return 'children' in node ? node.children.flatMap(elementsOf) : [];
}
