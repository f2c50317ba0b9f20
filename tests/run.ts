import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, perform } from './run/perform.ts';
import { schedule } from './run/schedule.ts';
import { lengthy, quick, thorough } from './run/steps.ts';
import { timeReport } from './run/time-spent.ts';

/** The number of steps that run at the same time; the target machine has two cores. */
const lanes = 2;

const isFast = process.argv.includes('--fast');
const isLong = process.argv.includes('--long');
const seed = process.env.TEST_SEED || String(randomInt(1_000_000));
const dataDir = mkdtempSync(join(tmpdir(), 'surefoot-run-'));
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
mkdirSync('tests/.results', { recursive: true });

const environment = {
  DATA_DIR: dataDir,
  E2E_SNAPSHOT: join(dataDir, 'school.db'),
  TEST_SEED: seed,
  TEST_LENGTH: isLong ? 'long' : 'short',
};
const outcomes: Outcome[] = [];

function line({ step, passed, failures, seconds }: Outcome): string {
  const verdict = failures.length > 0 ? `${failures.length} failed, ${passed} passed` : `${passed} passed`;
  return `  ${failures.length > 0 ? '✗' : '✓'}  ${step.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s   ${verdict}`;
}

if (!isFast && !isLong)
  console.log(
    `  Attacks, races and kills are sampled with TEST_SEED=${seed}; npm run test:long runs all of them.`,
  );
await schedule(isFast ? quick : [...quick, ...thorough, ...(isLong ? lengthy : [])], lanes, {
  run: async (step) => {
    const outcome = await perform(step, environment);
    outcomes.push(outcome);
    console.log(line(outcome));
    return outcome.failures.length === 0;
  },
  leaveOut: ({ name }, missing) => console.log(`  –  ${name}: skipped, because ${missing} failed`),
});

for (const { step, details } of outcomes.filter(({ details }) => details)) {
  console.log(`\n── ${step}: tests/.results/${step}.log\n${details}`);
}
console.log(`\nWhere the time went\n${timeReport(outcomes).join('\n')}`);
const failures = outcomes.flatMap(({ step, failures: own }) => own.map((failure) => ({ step, ...failure })));
if (failures.length > 0) console.log('\nFailures');
for (const { step, test, why } of failures) {
  console.log(`  ${step.padEnd(9)} │ ${test} │ ${why.trim().split('\n', 1)[0]}`);
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
process.exitCode = failures.length > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failures.length} failed`);
