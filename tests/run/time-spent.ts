import type { Case } from './report.ts';

export interface TimedStep {
  readonly step: string;
  readonly seconds: number;
  readonly cases: readonly Case[];
}

const mostFiles = 4;
const mostCases = 10;

/** The lines of a report of the time: the slowest steps with their slowest files first, then the slowest tests. */
export function timeReport(steps: readonly TimedStep[]): string[] {
  const bySeconds = steps.toSorted((a, b) => b.seconds - a.seconds);
  const cases = steps
    .flatMap(({ step, cases: own }) => own.map((one) => ({ step, ...one })))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, mostCases);
  return [
    ...bySeconds.map(({ step, seconds, cases: own }) =>
      `  ${inSeconds(seconds)}  ${step.padEnd(9)} ${files(own)}`.trimEnd(),
    ),
    ...(cases.length > 0 ? ['', 'Slowest cases'] : []),
    ...cases.map(
      ({ step, seconds, test }) => `  ${inSeconds(seconds)}  ${step.padEnd(9)} ${shortened(test)}`,
    ),
  ];
}

function files(cases: readonly Case[]): string {
  const seconds = new Map<string, number>();
  for (const { file, seconds: own } of cases) seconds.set(file, (seconds.get(file) ?? 0) + own);
  return [...seconds]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostFiles)
    .map(([file, own]) => `${file} ${own.toFixed(0)} s`)
    .join(', ');
}

const inSeconds = (seconds: number): string => `${seconds.toFixed(1).padStart(6)} s`;

const shortened = (test: string): string => (test.length > 90 ? `${test.slice(0, 89)}…` : test);
