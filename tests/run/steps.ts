export type ReportKind = 'vitest' | 'playwright';

export interface Step {
  readonly name: string;
  /** Run one after another; the first that fails ends the step. */
  readonly commands: readonly (readonly string[])[];
  /** A suite counts its test cases, any other step counts as one. */
  readonly report?: ReportKind;
  /** Left out when this step failed. */
  readonly needs?: string;
}

const vitest = (project: string): Step => ({
  name: project,
  commands: [
    [
      ...['vitest', 'run', '--config=tests/vitest.config.ts', `--project=${project}`],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`],
    ],
  ],
  report: 'vitest',
});

/** Do not need one another, so two of them run at a time. */
export const quick: readonly Step[] = [
  {
    name: 'types',
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  vitest('unit'),
  vitest('twelfth-kind'),
  {
    name: 'lint',
    commands: [
      ['biome', 'check', '--config-path=tests/biome.json', '--error-on-warnings', '--reporter=summary', '.'],
    ],
  },
  { name: 'content', commands: [['tsx', 'lib/cli/content.ts', 'check', '--json']] },
];

/** Each of these uses both cores by itself. */
export const thorough: readonly Step[] = [
  vitest('patient'),
  vitest('sqlite'),
  vitest('postgres'),
  { name: 'build', commands: [['npm', 'run', 'build']] },
  {
    name: 'browser',
    commands: [
      ['tsx', 'tests/browser.ts'],
      ['playwright', 'test', '--config=tests/playwright.config.ts'],
    ],
    report: 'playwright',
    needs: 'build',
  },
];

export function reportFile(step: string): string {
  return `tests/.results/${step}.json`;
}
