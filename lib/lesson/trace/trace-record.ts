import { z } from 'zod';
import type { TraceRow, TraceSource } from './trace-source.ts';

/** One step of a recorded run: a line that has just run, what the named variables hold, and what was printed. */
const step = z.tuple([z.int(), z.array(z.string()), z.string()]);
const recording = z.object({ steps: z.array(step), stop: z.string().nullable() });

export interface RecordedStep {
  readonly line: number;
  readonly values: readonly string[];
  readonly prints: string;
}

/** The steps of a run, and the name of the error that stopped it. */
export interface Recording {
  readonly steps: readonly RecordedStep[];
  readonly stop: string | null;
}

/** More steps than a learner would go through. */
const mostSteps = 500;

/**
 * A Python program that runs another one under a tracer and prints what it recorded as JSON. A step is a line that has
 * run to its end, so the lines of a function come before the line that called it.
 */
export function recorderProgram(program: string, names: readonly string[]): string {
  return `import io, json, sys
def record(program, names):
    steps, begun, paper, out = [], {}, io.StringIO(), sys.stdout
    def value(frame, name):
        for scope in (frame.f_locals, frame.f_globals):
            if name in scope:
                return repr(scope[name])
        return ''
    def end(frame):
        line = begun.pop(frame, None)
        if line is None or len(steps) > ${mostSteps}:
            return
        steps.append([line, [value(frame, name) for name in names], paper.getvalue()])
        paper.seek(0)
        paper.truncate()
    def inside(frame, event, _):
        if event in ('line', 'return'):
            end(frame)
        if event == 'line':
            begun[frame] = frame.f_lineno
        return inside
    def outside(frame, _event, _argument):
        return inside if frame.f_code.co_filename == 'trace.py' else None
    stop = None
    code = compile(program, 'trace.py', 'exec')
    sys.stdout = paper
    sys.settrace(outside)
    try:
        exec(code, {'__name__': '__main__'})
    except BaseException as error:
        stop = type(error).__name__
    finally:
        sys.settrace(None)
        sys.stdout = out
    print(json.dumps({'steps': steps, 'stop': stop}))
record(${JSON.stringify(program)}, ${JSON.stringify(names)})
`;
}

/** A Python program that prints as JSON the names of the variables of another one, in the order of its text. */
export function variableNamesProgram(program: string): string {
  return `import ast, json
names = {}
for node in ast.walk(ast.parse(${JSON.stringify(program)})):
    name = node.arg if isinstance(node, ast.arg) else node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else '_'
    if not name.startswith('_'):
        place = (node.lineno, node.col_offset)
        names[name] = min(names.get(name, place), place)
print(json.dumps(sorted(names, key=names.get)))
`;
}

/** The output of `variableNamesProgram`; undefined if it is not a list of names. */
export function readNames(stdout: string): readonly string[] | undefined {
  return z.array(z.string()).safeParse(parsedJson(stdout)).data;
}

/** The output of `recorderProgram`; undefined if it is not a recording or is too long to show. */
export function readRecording(stdout: string): Recording | undefined {
  const { data } = recording.safeParse(parsedJson(stdout));
  if (!data || data.steps.length > mostSteps) return undefined;
  return { stop: data.stop, steps: data.steps.map(([line, values, prints]) => ({ line, values, prints })) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A difference between a table and the run: the row, or null after the last one, and what was recorded. */
export interface Difference {
  readonly row: TraceRow | null;
  readonly description: string;
}

/** Every row that differs, up to the first with another line, after which all rows are shifted. */
export function differences(
  { rows, names, hasOutput }: TraceSource,
  steps: readonly RecordedStep[],
): Difference[] {
  const found: Difference[] = [];
  for (const [at, row] of rows.entries()) {
    const step = steps[at];
    if (!step) return [...found, { row, description: `the run has ended after ${steps.length} steps` }];
    if (step.line !== row.line)
      return [...found, { row, description: `line ${step.line} has run, not line ${row.line}` }];
    const differing = names.flatMap((name, column) => {
      const [written = '', recorded = ''] = [row.values[column], step.values[column]];
      return singleLine(written) === singleLine(recorded)
        ? []
        : [`${name} is ${recorded || 'not there yet'}`];
    });
    if (hasOutput && singleLine(row.prints) !== singleLine(step.prints))
      differing.push(step.prints ? `it printed ${singleLine(step.prints)}` : 'it printed nothing');
    if (differing.length > 0) found.push({ row, description: differing.join(', ') });
  }
  const next = steps[rows.length];
  return next ? [...found, { row: null, description: `line ${next.line} runs next` }] : found;
}

/** The text on one line, as in a cell of a table. */
export const singleLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
