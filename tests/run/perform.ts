import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Case, type Count, casesOf, countOf } from './report.ts';
import { reportFile, type Step } from './steps.ts';

export interface Outcome extends Count {
  readonly step: string;
  readonly seconds: number;
  readonly cases: readonly Case[];
  /** The end of what a failed step printed. */
  readonly details: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs one step; its output goes to `tests/.results/<step>.log`. */
export async function perform(step: Step, variables: Variables): Promise<Outcome> {
  const startedMs = performance.now();
  rmSync(reportFile(step.name), { force: true });
  const log = createWriteStream(`tests/.results/${step.name}.log`);
  let output = '';
  let exitCode = 0;
  for (const command of step.commands) {
    exitCode = await run(command, variables, (text) => {
      output += text;
      log.write(text);
    });
    if (exitCode !== 0) break;
  }
  log.end();
  await finished(log);
  const seconds = (performance.now() - startedMs) / 1000;
  const report = reportOf(step);
  const count = countedBy(step, report, exitCode);
  const cases = step.report && report !== undefined ? casesOf(step.report, report) : [];
  const details = count.failures.length > 0 ? detailsOf(output) : '';
  return { step: step.name, seconds, ...count, cases, details };
}

/** The test runner's explanation of its failures, else the last lines. */
function detailsOf(output: string): string {
  const lines = output.trimEnd().split('\n');
  const start = lines.findIndex((line) => /Failed (Tests|Suites) \d/.test(line));
  return start === -1 ? lines.slice(-40).join('\n') : lines.slice(start, start + 150).join('\n');
}

function reportOf({ name }: Step): unknown {
  return existsSync(reportFile(name)) ? JSON.parse(readFileSync(reportFile(name), 'utf8')) : undefined;
}

function countedBy(step: Step, report: unknown, exitCode: number): Count {
  const failed = { test: '(the step)', why: `exit code ${exitCode}` };
  if (!step.report) return exitCode === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [failed] };
  if (report === undefined) return { passed: 0, failures: [failed] };
  const count = countOf(step.report, report);
  return exitCode !== 0 && count.failures.length === 0 ? { ...count, failures: [failed] } : count;
}

function run(
  [name = '', ...given]: readonly string[],
  variables: Variables,
  onOutput: (text: string) => void,
) {
  const env = {
    ...process.env,
    PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
    ...variables,
    DATABASE_URL: '',
    NO_COLOR: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  // The developer's own database and mode must not influence the tests.
  Reflect.deleteProperty(env, 'NODE_ENV');
  return new Promise<number>((settle) => {
    const child = spawn(name, given, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
    child.once('error', (error) => {
      onOutput(`${error.message}\n`);
      settle(127);
    });
    child.once('close', (code) => settle(code ?? 1));
  });
}
