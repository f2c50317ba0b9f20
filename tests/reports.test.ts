import { describe, expect, test } from 'vitest';
import { casesOf, countOf } from './run/report.ts';
import { type Scheduled, schedule } from './run/schedule.ts';
import { timeReport } from './run/time-spent.ts';

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

test('passed and failed tests are counted, and the first line of a failure is its reason', () => {
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

test('a failed browser test says where it failed', () => {
  const location = { file: `${process.cwd()}/tests/e2e/a.spec.ts`, line: 12, column: 3 };
  const results = [{ error: { message: 'not visible\nCall log:', location } }];
  const report = {
    stats: { expected: 1 },
    suites: [{ title: 'a', specs: [{ title: 'signs in', ok: false, tests: [{ results }] }] }],
  };
  expect(countOf('playwright', report).failures).toEqual([
    { test: 'a signs in', why: 'not visible (tests/e2e/a.spec.ts:12)\nCall log:' },
  ]);
});

describe('the time report', () => {
  test('takes the duration of a vitest test from its report', () => {
    const name = `${process.cwd()}/lib/a.test.ts`;
    const report = {
      numPassedTests: 1,
      testResults: [
        {
          name,
          status: 'passed',
          assertionResults: [{ fullName: 'adds', status: 'passed', duration: 1500 }],
        },
      ],
    };
    expect(casesOf('vitest', report)).toEqual([{ file: 'lib/a.test.ts', test: 'adds', seconds: 1.5 }]);
  });

  test('adds up all attempts of a browser test, also in nested suites', () => {
    const results = [{ duration: 2000 }, { duration: 500 }];
    const specs = [{ title: 'signs in', file: 'a.spec.ts', ok: true, tests: [{ results }] }];
    const report = { stats: { expected: 1 }, suites: [{ title: 'a', suites: [{ title: 'b', specs }] }] };
    expect(casesOf('playwright', report)).toEqual([{ file: 'a.spec.ts', test: 'signs in', seconds: 2.5 }]);
  });

  test('lists the slowest steps and files first, then the slowest tests', () => {
    const lines = timeReport([
      { step: 'types', seconds: 20, cases: [] },
      {
        step: 'unit',
        seconds: 30.26,
        cases: [
          { file: 'a.test.ts', test: 'adds', seconds: 1 },
          { file: 'b.test.ts', test: 'divides', seconds: 7 },
          { file: 'a.test.ts', test: 'subtracts', seconds: 2 },
        ],
      },
    ]);
    expect(lines).toEqual([
      '    30.3 s  unit      b.test.ts 7 s, a.test.ts 3 s',
      '    20.0 s  types',
      '',
      'Slowest cases',
      '     7.0 s  unit      divides',
      '     2.0 s  unit      subtracts',
      '     1.0 s  unit      adds',
    ]);
  });
});

describe('steps', () => {
  /** What happens, in its order, when the step `bad` fails and each other one is passed. */
  async function happens(steps: Scheduled[]): Promise<string[]> {
    const events: string[] = [];
    await schedule(steps, 2, {
      run: async ({ name }) => {
        events.push(`${name} begins`);
        await Promise.resolve();
        events.push(`${name} ends`);
        return name !== 'bad';
      },
      leaveOut: ({ name }, missing) => events.push(`${name} lacks ${missing}`),
    });
    return events;
  }

  test('run two at a time, in their order', async () => {
    expect(await happens([{ name: 'a' }, { name: 'b' }, { name: 'c' }])).toEqual([
      ...['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends'],
    ]);
  });

  test('that need both lanes run alone', async () => {
    expect(await happens([{ name: 'a' }, { name: 'wide', lanes: 2 }, { name: 'b' }])).toEqual([
      ...['a begins', 'a ends', 'wide begins', 'wide ends', 'b begins', 'b ends'],
    ]);
  });

  test('wait for a step that they need, and are skipped when it failed', async () => {
    expect(
      await happens([
        { name: 'bad' },
        { name: 'next', needs: 'bad' },
        { name: 'last', needs: 'next' },
        { name: 'other' },
      ]),
    ).toEqual(['bad begins', 'other begins', 'bad ends', 'other ends', 'next lacks bad', 'last lacks next']);
  });

  test('may follow another step without needing its success', async () => {
    expect(await happens([{ name: 'bad' }, { name: 'next', after: 'bad' }])).toEqual([
      ...['bad begins', 'bad ends', 'next begins', 'next ends'],
    ]);
  });

  test('do not wait for a needed step that is not part of the run', async () => {
    expect(await happens([{ name: 'alone', needs: 'absent' }])).toEqual(['alone begins', 'alone ends']);
  });
});
