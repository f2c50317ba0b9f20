import { chance } from '#lib/chance/chance.ts';
import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import type { CallValue, Run, RunOutcome } from '#lib/item/run.ts';
import type { CompiledLesson } from '#lib/lesson/compile-content.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { differences } from '#lib/lesson/trace/trace-record.ts';
import { type TraceSource, tracesIn } from '#lib/lesson/trace/trace-source.ts';
import { isRefusal } from '#lib/server/content/compiler/guarded.ts';
import type { Sandbox } from '#lib/server/sandbox/sandbox.ts';
import { recordedSteps } from './record-trace.ts';

/** The results of running the programs of lessons. */
export interface RunCheck {
  readonly findings: readonly Finding[];
  /** Steps and traces whose run matches the lesson. */
  readonly proven: number;
  /** Steps and traces whose run differs from the lesson. */
  readonly stale: number;
  /** Steps and traces that cannot be run here: another language, a missing module, an endless run. */
  readonly unproven: number;
}

type CheckResult = { readonly kind: 'proven' | 'stale' | 'unproven'; readonly findings: readonly Finding[] };
const proven: CheckResult = { kind: 'proven', findings: [] };
const unproven: CheckResult = { kind: 'unproven', findings: [] };

/** Runs every program whose result the lesson states: traces, and steps that are graded by running. */
export async function checkRuns(lessons: readonly CompiledLesson[], sandbox: Sandbox): Promise<RunCheck> {
  const verdicts = await Promise.all(
    lessons.flatMap((compiled) => [
      ...itemsOf(compiled).map(({ item, secret }) => checkItem(item, secret, sandbox)),
      ...tracesOf(compiled).map(({ file, trace }) => checkTrace(file, trace, sandbox)),
    ]),
  );
  const count = (kind: CheckResult['kind']) => verdicts.filter((verdict) => verdict.kind === kind).length;
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    proven: count('proven'),
    stale: count('stale'),
    unproven: count('unproven'),
  };
}

interface RunItem {
  readonly item: Item;
  readonly secret: SecretItem;
}

function itemsOf({ lesson }: CompiledLesson): RunItem[] {
  if (!lesson) return [];
  return [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool].flatMap((item) => {
    const secret = lesson.secrets.get(item.id)?.open();
    return secret && programsOf(item, secret, true).length > 0 ? [{ item, secret }] : [];
  });
}

function programsOf({ type, body }: Item, { key }: SecretItem, right: boolean): readonly Run[] {
  const { runs, exampleAnswer } = itemType(type);
  return runs?.programs(body, key, exampleAnswer(body, key, right, chance('example'))) ?? [];
}

/** The author's solution must pass its checks, and the starter program must not. */
async function checkItem(item: Item, secret: SecretItem, sandbox: Sandbox): Promise<CheckResult> {
  const [solution, starter] = await Promise.all(
    [true, false].map((right) => resultOf(item, secret, right, sandbox)),
  );
  if (!solution || !starter || solution.isBroken || starter.isBroken) return unproven;
  const findings: Finding[] = [];
  if (!solution.correct)
    findings.push(
      finding(
        item,
        'solution-fails',
        `When the solution runs, it fails its own check «${solution.failed.join('», «')}»: ${solution.outcomes.map(outcomeText).join('; ')}. Correct the program or the check.`,
      ),
    );
  if (starter.correct)
    findings.push(
      finding(
        item,
        'starter-passes',
        'When the starter program runs, it passes every check, so nothing is left to do. Remove something from it, or add a check.',
      ),
    );
  return findings.length > 0 ? { kind: 'stale', findings } : proven;
}

async function resultOf(item: Item, secret: SecretItem, right: boolean, sandbox: Sandbox) {
  const { runs, exampleAnswer, grade, explain } = itemType(item.type);
  const answer = exampleAnswer(item.body, secret.key, right, chance('example'));
  const outcomes = await Promise.all(
    programsOf(item, secret, right).map((run) => sandbox.run(run, `${item.id} ${right}`)),
  );
  const ran = runs?.withOutcomes(secret.key, answer, outcomes) ?? answer;
  const { parts } = explain(item.body, secret.key, ran, true);
  return {
    outcomes,
    isBroken: outcomes.some(({ kind }) => kind === 'crashed' || kind === 'too-busy'),
    correct: grade(item.body, secret.key, ran).correct,
    failed: Object.keys(parts).filter((id) => parts[id] !== 'right'),
  };
}

/** Describes an outcome to authors, who may see hidden values. */
function outcomeText(outcome: RunOutcome): string {
  if (outcome.kind === 'time-out') return 'it ran longer than 5 seconds';
  if (outcome.kind === 'out-of-memory') return 'it used more than 256 MB';
  if (outcome.kind !== 'finished') return 'it could not be run';
  const { stop, stdout, values } = outcome;
  if (stop)
    return `it stopped with ${stop.name ?? 'an error'}${stop.line === null ? '' : ` on line ${stop.line}`}`;
  const gave = values.map(valueText);
  return `it printed «${short(stdout)}»${gave.length > 0 ? `, and its calls gave ${gave.map(short).join(', ')}` : ''}`;
}

const valueText = (value: CallValue): string => {
  if ('gives' in value) return value.gives;
  return 'fails' in value ? value.fails : 'no plain data';
};

const short = (text: string): string => {
  const line = text.trim().replaceAll('\n', '\\n');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};

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
  const steps = await recordedSteps(trace, trace.names, sandbox);
  if (!steps) return unproven;
  const found = differences(trace, steps);
  const findings = found.map(({ row, description }): Finding => {
    const cure = row ? 'Correct the row' : 'Add the rows that are missing';
    return {
      file,
      ...(row ?? trace).position,
      severity: 'error',
      rule: 'trace-differs',
      message: `When the program runs, ${description}${row ? ' here' : ' after the last row'}. ${cure}, or run \`npm run content -- fix\`.`,
    };
  });
  return findings.length > 0 ? { kind: 'stale', findings } : proven;
}

const finding = (item: Item, rule: string, message: string): Finding => ({
  ...item.source,
  column: 1,
  severity: 'error',
  rule,
  message,
  itemId: item.id,
});
