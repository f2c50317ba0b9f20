import { type RecordedStep, singleLine } from './trace-record.ts';
import type { TraceSource } from './trace-source.ts';

const note = 'what happens';

/** The step table of a recorded run as lines of Markdown. Notes stay with the line of the program that they belong to. */
export function traceTable(
  trace: Pick<TraceSource, 'head' | 'rows'>,
  names: readonly string[],
  steps: readonly RecordedStep[],
): string[] {
  const prints = steps.some((step) => step.prints) ? ['prints'] : [];
  const head = trace.head ?? ['line', ...names, ...prints, note];
  const notes = trace.rows.map((row) => ({ line: row.line, text: row.note }));
  const rows = steps.map(({ line, values, prints: printed }) => {
    const noteIndex = notes.findIndex((one) => one.line === line);
    const [ownNote] = noteIndex < 0 ? [] : notes.splice(noteIndex, 1);
    const cells = new Map([
      ...names.map((name, at): [string, string] => [name, cell(values[at] ?? '')]),
      ['line', String(line)],
      ['prints', cell(printed)],
      [note, ownNote?.text ?? ''],
    ]);
    return head.map((name) => cells.get(name) ?? '');
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A value for a cell of Markdown: as code if a character could be read as syntax. */
function cell(value: string): string {
  const text = singleLine(value);
  const isPlain = /^[\p{L}\p{N} .,:'"()[\]=+-]*$/u.test(text) && !/\]\s*[([:]/.test(text);
  if (isPlain) return text;
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}
