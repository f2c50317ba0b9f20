import { type RecordedStep, singleLine } from './trace-record.ts';
import type { TraceSource } from './trace-source.ts';

const note = 'what happens';

/** The step table of a recorded run, a line of Markdown for each row. Notes stay with the line that they were written to. */
export function traceTable(
  trace: Pick<TraceSource, 'head' | 'rows'>,
  names: readonly string[],
  steps: readonly RecordedStep[],
): string[] {
  const prints = steps.some((step) => step.prints) ? ['prints'] : [];
  const head = trace.head ?? ['line', ...names, ...prints, note];
  const notes = trace.rows.map((row) => ({ line: row.line, words: row.note }));
  const rows = steps.map(({ line, values, prints: printed }) => {
    const own = notes.findIndex((one) => one.line === line);
    const [kept] = own < 0 ? [] : notes.splice(own, 1);
    const words = new Map([
      ...names.map((name, at): [string, string] => [name, cell(values[at] ?? '')]),
      ['line', String(line)],
      ['prints', cell(printed)],
      [note, kept?.words ?? ''],
    ]);
    return head.map((name) => words.get(name) ?? '');
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A value as it reads in any Markdown viewer: as code where a character could mean something else. */
function cell(value: string): string {
  const text = singleLine(value);
  const isPlain = /^[\p{L}\p{N} .,:'"()[\]=+-]*$/u.test(text) && !/\]\s*[([:]/.test(text);
  if (isPlain) return text;
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}
