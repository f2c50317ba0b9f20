import { expect, test } from 'vitest';
import { countOf } from './run/report.ts';

const file = (
  status: string,
  ...assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
) => ({
  numPassedTests: assertionResults.filter((one) => one.status === 'passed').length,
  testResults: [{ name: 'a.test.ts', status, message: 'cannot be loaded', assertionResults }],
});
const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };
const failed = {
  fullName: 'divides',
  status: 'failed',
  failureMessages: ['Error: by zero\n    at a.ts:1:1'],
};

test('passed and failed test cases are counted, and the first line says why', () => {
  expect(countOf('vitest', file('failed', passed, failed))).toEqual({
    passed: 1,
    failures: [{ test: 'divides', why: 'Error: by zero' }],
  });
});

test('a file that cannot be loaded is a failure', () => {
  expect(countOf('vitest', file('failed')).failures).toEqual([
    { test: 'a.test.ts', why: 'cannot be loaded' },
  ]);
});

test.each([
  ['vitest', { numPassedTests: 0, testResults: [] }],
  ['playwright', { stats: { expected: 0 }, suites: [], errors: [] }],
] as const)('a suite of %s that ran nothing is a failure', (kind, report) => {
  expect(countOf(kind, report).failures).toEqual([{ test: '(the suite)', why: 'ran no test' }]);
});

test('a server that did not start is a failure', () => {
  const report = { stats: { expected: 0 }, suites: [], errors: [{ message: 'Timed out waiting' }] };
  expect(countOf('playwright', report).failures).toEqual([{ test: '(the suite)', why: 'Timed out waiting' }]);
});

test('failed browser tests are found in nested suites', () => {
  const spec = { title: 'signs in', ok: false, tests: [{ results: [{ error: { message: 'no button' } }] }] };
  const report = {
    stats: { expected: 3 },
    suites: [{ title: 'a.e2e.ts', suites: [{ title: 'a student', specs: [spec] }] }],
  };
  expect(countOf('playwright', report)).toEqual({
    passed: 3,
    failures: [{ test: 'a student signs in', why: 'no button' }],
  });
});
