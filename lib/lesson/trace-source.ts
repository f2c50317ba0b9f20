import type { Code, Nodes, TableRow } from 'mdast';
import { blocks, cellsOf, type JsxElement, tableOf } from './blocks.ts';
import { parseFile } from './parse.ts';
import { type TraceColumns, traceColumns } from './trace.ts';

/** A trace as its author wrote it, with the places that findings name. */
export interface TraceSource {
  readonly language: string;
  readonly program: string;
  /** Names of the variables that have a column. */
  readonly names: readonly string[];
  readonly hasOutput: boolean;
  readonly rows: readonly TraceRow[];
  /** Line and column of the table in the file. */
  readonly place: Place;
}

export interface TraceRow {
  readonly line: number;
  readonly values: readonly string[];
  readonly prints: string;
  readonly place: Place;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Every trace of a file that has a program and a table. */
export function tracesIn(file: string, text: string): TraceSource[] {
  if (!text.includes('<Trace')) return [];
  return elementsOf(parseFile(file, text).tree).flatMap((element) => {
    const code = blocks(element).find((child): child is Code => child.type === 'code');
    const table = tableOf(element);
    if (!code || !table) return [];
    const columns = traceColumns(cellsOf(table)[0] ?? []);
    const cells = cellsOf(table).slice(1);
    return [
      {
        language: code.lang ?? 'text',
        program: code.value,
        names: columns.variables.map(({ name }) => name),
        hasOutput: columns.prints !== -1,
        rows: table.children.slice(1).map((row, at) => rowOf(row, cells[at] ?? [], columns)),
        place: placeOf(table),
      },
    ];
  });
}

function rowOf(row: TableRow, cells: readonly string[], columns: TraceColumns): TraceRow {
  return {
    line: Number(cells[columns.line]),
    values: columns.variables.map(({ column }) => cells[column] ?? ''),
    prints: cells[columns.prints] ?? '',
    place: placeOf(row),
  };
}

const placeOf = ({ position }: { position?: Nodes['position'] }): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});

function elementsOf(node: Nodes): JsxElement[] {
  const own =
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'Trace';
  if (own) return [node];
  return 'children' in node ? node.children.flatMap(elementsOf) : [];
}
