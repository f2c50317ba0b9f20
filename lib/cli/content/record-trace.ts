import { readFile, writeFile } from 'node:fs/promises';
import {
  differences,
  type RecordedStep,
  readNames,
  readRecording,
  recorderProgram,
  variableNamesProgram,
} from '#lib/lesson/trace/trace-record.ts';
import { type TraceSource, tracesIn } from '#lib/lesson/trace/trace-source.ts';
import { traceTable } from '#lib/lesson/trace/trace-table.ts';
import type { Sandbox } from '#lib/server/sandbox/sandbox.ts';

/** Runs a trace's program and returns its steps; undefined when it cannot be run or recorded here. */
export async function recordedSteps(
  { language, program }: Pick<TraceSource, 'language' | 'program'>,
  names: readonly string[],
  sandbox: Sandbox,
): Promise<readonly RecordedStep[] | undefined> {
  if (language !== 'python') return undefined;
  const printed = await printedBy(recorderProgram(program, names), sandbox);
  const recording = printed === undefined ? undefined : readRecording(printed);
  return recording && recording.stop !== 'ModuleNotFoundError' ? recording.steps : undefined;
}

/** Writes missing step tables into a file and replaces those that differ from the run; returns a message for each. */
export async function writeTraces(file: string, sandbox: Sandbox): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const messages: string[] = [];
  const lines = text.split('\n');
  // From the last to the first, so that the line numbers of earlier traces stay valid.
  for (const trace of tracesIn(file, text).toReversed()) {
    const table = await staleTable(trace, sandbox);
    if (!table) continue;
    const end = text.includes('\r\n') ? '\r' : '';
    const first = trace.head ? trace.position.line - 1 : trace.lastLine;
    const gap = trace.head ? [] : [''];
    lines.splice(first, trace.lastLine - first, ...[...gap, ...table].map((line) => line + end));
    messages.unshift(`${file}:${trace.position.line} ${table.length - 2} steps of a trace recorded`);
  }
  if (messages.length > 0) await writeFile(file, lines.join('\n'));
  return messages;
}

async function staleTable(trace: TraceSource, sandbox: Sandbox): Promise<string[] | undefined> {
  // A head without the column `line` belongs to no trace; `check` reports it.
  if (trace.language !== 'python' || trace.head?.includes('line') === false) return undefined;
  const names = trace.head
    ? trace.names
    : readNames((await printedBy(variableNamesProgram(trace.program), sandbox)) ?? '');
  const steps = names && (await recordedSteps(trace, names, sandbox));
  if (!names || !steps || (trace.head && differences(trace, steps).length === 0)) return undefined;
  return traceTable(trace, names, steps);
}

async function printedBy(program: string, sandbox: Sandbox): Promise<string | undefined> {
  const outcome = await sandbox.run({ language: 'python', program, input: '', calls: [] }, program);
  return outcome.kind === 'finished' ? outcome.stdout : undefined;
}
