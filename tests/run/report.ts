import { relative } from 'node:path';
import { z } from 'zod';
import type { ReportKind } from './steps.ts';

export interface Failure {
  readonly test: string;
  readonly why: string;
}

export interface Case {
  /** The path relative to the project's folder. */
  readonly file: string;
  readonly test: string;
  readonly seconds: number;
}

export interface Count {
  readonly passed: number;
  readonly failures: readonly Failure[];
}

const withoutStack = (message: string) => message.replace(/\n\s+at [\s\S]*$/, '');

const Vitest = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const Problem = z.object({
  message: z.string().optional(),
  location: z.object({ file: z.string(), line: z.number() }).optional(),
});
const Spec = z.object({
  title: z.string(),
  file: z.string().default(''),
  ok: z.boolean(),
  tests: z.array(
    z.object({ results: z.array(z.object({ duration: z.number().default(0), error: Problem.optional() })) }),
  ),
});
const Suite = z.object({
  title: z.string(),
  specs: z.array(Spec).default([]),
  get suites() {
    return z.array(Suite).default([]);
  },
});
const Playwright = z.object({
  stats: z.object({ expected: z.number() }),
  errors: z.array(Problem).default([]),
  suites: z.array(Suite).default([]),
});

/** Counts the tests in a suite's report; a suite that ran no test has failed. */
export function countOf(kind: ReportKind, report: unknown): Count {
  const count = kind === 'vitest' ? ofVitest(Vitest.parse(report)) : ofPlaywright(Playwright.parse(report));
  if (count.passed > 0 || count.failures.length > 0) return count;
  return { passed: 0, failures: [{ test: '(the suite)', why: 'ran no test' }] };
}

function ofVitest({ numPassedTests, testResults }: z.infer<typeof Vitest>): Count {
  const failures = testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (file.status === 'failed' && failed.length === 0)
      return [{ test: file.name, why: withoutStack(file.message ?? '') }];
    return failed.map((one) => ({ test: one.fullName, why: withoutStack(one.failureMessages?.[0] ?? '') }));
  });
  return { passed: numPassedTests, failures };
}

function ofPlaywright({ stats, errors, suites }: z.infer<typeof Playwright>): Count {
  const broken = errors.map(({ message }) => ({ test: '(the suite)', why: message ?? '' }));
  return { passed: stats.expected, failures: [...broken, ...suites.flatMap(failuresIn)] };
}

function failuresIn({ title, specs, suites }: z.infer<typeof Suite>): Failure[] {
  const own = specs.filter(({ ok }) => !ok);
  return [
    ...own.map((spec) => ({
      test: `${title} ${spec.title}`,
      why: reasonOf(spec.tests.flatMap(({ results }) => results).find(({ error }) => error)?.error),
    })),
    ...suites.flatMap(failuresIn),
  ];
}

/** One message fits many expectations of a test, so its first line also says where it failed. */
function reasonOf(problem: z.infer<typeof Problem> | undefined): string {
  const [first = '', ...rest] = (problem?.message ?? '').split('\n');
  const place = problem?.location;
  const where = place ? ` (${relative(process.cwd(), place.file)}:${place.line})` : '';
  return [`${first}${where}`, ...rest].join('\n');
}

/** The duration of each test, without what a file does before its first test, such as imports. */
export function casesOf(kind: ReportKind, report: unknown): Case[] {
  return kind === 'vitest'
    ? casesOfVitest(Vitest.parse(report))
    : Playwright.parse(report).suites.flatMap(casesIn);
}

function casesOfVitest({ testResults }: z.infer<typeof Vitest>): Case[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      file: relative(process.cwd(), name),
      test: fullName,
      seconds: (duration ?? 0) / 1000,
    })),
  );
}

function casesIn({ specs, suites }: z.infer<typeof Suite>): Case[] {
  const own = specs.map(({ title, file, tests }) => ({
    file,
    test: title,
    seconds: sum(tests.flatMap(({ results }) => results).map(({ duration }) => duration)) / 1000,
  }));
  return [...own, ...suites.flatMap(casesIn)];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
