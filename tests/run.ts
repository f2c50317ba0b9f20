import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, perform } from './run/perform.ts';
import { quick, type Step, thorough } from './run/steps.ts';

const isFast = process.argv.includes('--fast');
const dataDir = mkdtempSync(join(tmpdir(), 'surefoot-run-'));
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
mkdirSync('tests/.results', { recursive: true });

const outcomes: Outcome[] = [];

async function runInTurn(steps: Step[]): Promise<void> {
  for (let step = steps.shift(); step; step = steps.shift()) {
    const missing = outcomes.find(({ step: name, failures }) => name === step?.needs && failures.length > 0);
    if (missing) {
      console.log(`  –  ${step.name}: left out, as ${missing.step} failed`);
      continue;
    }
    const outcome = await perform(step, dataDir);
    outcomes.push(outcome);
    console.log(line(outcome));
  }
}

function line({ step, passed, failures, seconds }: Outcome): string {
  const verdict = failures.length > 0 ? `${failures.length} failed, ${passed} passed` : `${passed} passed`;
  return `  ${failures.length > 0 ? '✗' : '✓'}  ${step.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s   ${verdict}`;
}

const waiting = [...quick];
await Promise.all([runInTurn(waiting), runInTurn(waiting)]);
if (!isFast) await runInTurn([...thorough]);

for (const { step, details } of outcomes.filter(({ details }) => details)) {
  console.log(`\n── ${step}: tests/.results/${step}.log\n${details}`);
}
const failures = outcomes.flatMap(({ step, failures: own }) => own.map((failure) => ({ step, ...failure })));
if (failures.length > 0) console.log('\nFailures');
for (const { step, test, why } of failures) {
  console.log(`  ${step.padEnd(9)} │ ${test} │ ${why.trim().split('\n', 1)[0]}`);
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
process.exitCode = failures.length > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failures.length} failed`);
