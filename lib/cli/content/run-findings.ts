import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { silentSteps } from '#lib/lesson/trace/step-note.ts';
import { differences } from '#lib/lesson/trace/trace-record.ts';
import { type TraceSource, tracesIn } from '#lib/lesson/trace/trace-source.ts';
import { isRefusal } from '#lib/server/content/compiler/guarded.ts';
import { proveLesson } from '#lib/server/proofs/item-findings.ts';
import type { Sandbox } from '#lib/server/sandbox/sandbox.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { recordedSteps } from './record-trace.ts';
import { variantFindings } from './variant-findings.ts';

/** The results of running the programs of lessons. */
export interface RunCheck {
  readonly findings: readonly Finding[];
  /** Steps and traces whose run matches the lesson. */
  readonly proven: number;
  /** Steps and traces whose run differs from the lesson. */
  readonly stale: number;
  /** Steps and traces that cannot be run here: another language, a missing module, an endless run. */
  readonly unproven: number;
  /** Faults planted in the keys of proven items, and how many of them running showed. */
  readonly mutants: number;
  readonly mutantsCaught: number;
}

type CheckResult = { readonly kind: 'proven' | 'stale' | 'unproven'; readonly findings: readonly Finding[] };
const unproven: CheckResult = { kind: 'unproven', findings: [] };

/** What runs the programs: one for traces, and one for the answers of items. */
export interface Runners {
  readonly sandbox: Sandbox;
  readonly trials: TrialRunner;
}

/**
 * Runs every program whose result the lesson states: traces, variants, and the answers of items whose key no lock file proves.
 * @param isFresh runs the proven ones too
 */
export async function checkRuns(
  lessons: readonly CompiledLesson[],
  { sandbox, trials }: Runners,
  isFresh = false,
): Promise<RunCheck> {
  const [proofs, variants, verdicts] = await Promise.all([
    Promise.all(lessons.map((compiled) => proveLesson(compiled, trials, isFresh))),
    Promise.all(lessons.map((compiled) => variantFindings(compiled, trials, isFresh))),
    Promise.all(
      lessons.flatMap((compiled) =>
        tracesOf(compiled).map(({ file, trace }) => checkTrace(file, trace, sandbox)),
      ),
    ),
  ]);
  const count = (kind: CheckResult['kind']) =>
    verdicts.filter((verdict) => verdict.kind === kind).length +
    proofs.reduce((sum, proof) => sum + proof[kind], 0);
  return {
    findings: [...variants.flat(), ...[...proofs, ...verdicts].flatMap(({ findings }) => findings)],
    proven: count('proven'),
    stale: count('stale'),
    unproven: count('unproven'),
    mutants: proofs.reduce((sum, { mutants }) => sum + mutants, 0),
    mutantsCaught: proofs.reduce((sum, { mutantsCaught }) => sum + mutantsCaught, 0),
  };
}

/** The traces of files that were compiled: one that the compiler gave up on is not parsed here, without its limits. */
function tracesOf({ source, findings }: CompiledLesson): { file: string; trace: TraceSource }[] {
  const refused = new Set(findings.flatMap(({ rule, file }) => (isRefusal(rule) ? [file] : [])));
  return [...source.files].flatMap(([name, text]) => {
    const file = `${source.folder}/${name}`;
    if (refused.has(file)) return [];
    return tracesIn(file, text).flatMap((trace) => (trace.head ? [{ file, trace }] : []));
  });
}

async function checkTrace(file: string, trace: TraceSource, sandbox: Sandbox): Promise<CheckResult> {
  // A table without rows is a finding of the compiler.
  if (trace.rows.length === 0) return { kind: 'stale', findings: [] };
  const silent = silentFindings(file, trace);
  const steps = await recordedSteps(trace, trace.names, sandbox);
  if (!steps) return { ...unproven, findings: silent };
  const differing = differences(trace, steps).map(({ row, description }): Finding => {
    const cure = row ? 'Correct the row' : 'Add the rows that are missing';
    return {
      file,
      ...(row ?? trace).position,
      severity: 'error',
      rule: 'trace-differs',
      message: `When the program runs, ${description}${row ? ' here' : ' after the last row'}. ${cure}, or run \`npm run content -- fix\`.`,
    };
  });
  return { kind: differing.length > 0 ? 'stale' : 'proven', findings: [...silent, ...differing] };
}

const silentFindings = (file: string, { names, rows }: TraceSource): Finding[] =>
  silentSteps(names, rows).map(({ position }) => ({
    file,
    ...position,
    severity: 'warning',
    rule: 'trace-silent',
    message:
      'This step explains nothing: no variable changes, nothing is printed, and `what happens` is empty. Write there what the line does.',
  }));
