import type { TableRow } from 'mdast';
import { attributesOf, textOf } from '#lib/item/parts.ts';
import { blocks, cellsOf, type JsxElement, tableOf } from '#lib/lesson/blocks.ts';
import type { RenderContext } from '#lib/lesson/render-context.ts';
import type { RichElement } from '#lib/text/rich.ts';
import { stepNote } from './step-note.ts';

/** Renders a trace: code, step table and tracker come from one table, so they agree. */
export function renderTrace(element: JsxElement, drawing: RenderContext): RichElement {
  const { id = '', title: heading = '' } = attributesOf(element);
  const code = blocks(element).find((child) => child.type === 'code');
  const table = tableOf(element);
  if (code?.type !== 'code' || !table) {
    drawing.report(
      element,
      'trace-parts',
      'A Trace holds one code fence and one table of its steps. Add what is missing; `npm run content -- fix` writes the table of a Python program.',
    );
    return ['Trace', { id, title: heading, data: '{}' }];
  }
  const columns = traceColumns(cellsOf(table)[0] ?? []);
  if (columns.line === -1) {
    drawing.report(
      table,
      'trace-line',
      'The table of a Trace has a column `line` with the line that has just run. Add it.',
    );
  }
  const lines = code.value.split('\n').length;
  const names = columns.variables.map(({ name }) => name);
  const written = table.children.slice(1).map((row) => traceStep(row, columns, lines, drawing));
  const steps = written.map((step, index) => ({
    ...step,
    note: step.note || stepNote(names, step, written[index - 1]),
  }));
  if (steps.length < 2) {
    const cure =
      steps.length === 0
        ? 'and this table has no row yet. Run `npm run content -- fix`, which writes those of a Python program, or write one for each line that runs.'
        : 'and this one has one. Add steps, or explain it in prose.';
    drawing.report(table, 'trace-short', `A Trace has at least two steps, ${cure}`);
  }
  const data = JSON.stringify({ names, steps, hasOutput: columns.prints !== -1 });
  return ['Trace', { id, title: heading, data }, ...drawing.rich([code])];
}

/** The indexes of the columns of a step table; -1 if there is none. */
export interface TraceColumns {
  readonly line: number;
  readonly prints: number;
  readonly note: number;
  readonly variables: readonly { readonly name: string; readonly column: number }[];
}

export function traceColumns(head: readonly string[]): TraceColumns {
  const [line, prints, note] = [head.indexOf('line'), head.indexOf('prints'), head.indexOf('what happens')];
  const variables = head.flatMap((name, column) =>
    [line, prints, note].includes(column) ? [] : [{ name, column }],
  );
  return { line, prints, note, variables };
}

function traceStep(row: TableRow, columns: TraceColumns, lines: number, drawing: RenderContext) {
  const text = (column: number) => textOf(row.children[column]).trim();
  const line = Number(text(columns.line));
  if (columns.line !== -1 && (!Number.isInteger(line) || line < 1 || line > lines)) {
    const message = `«${text(columns.line)}» is not a line of this program, which has lines 1 to ${lines}. Correct the number.`;
    drawing.report(row.children[columns.line] ?? row, 'trace-line', message);
  }
  return {
    line,
    values: columns.variables.map(({ column }) => text(column)),
    prints: text(columns.prints),
    note: text(columns.note),
    key: row.children[columns.note]?.children[0]?.type === 'strong',
  };
}
