import type { Scheduled } from './schedule.ts';

export type ReportKind = 'vitest' | 'playwright';

export interface Step extends Scheduled {
  /** Run one after another; the first that fails ends the step. */
  readonly commands: readonly (readonly string[])[];
  /** A suite counts its test cases, any other step counts as one. */
  readonly report?: ReportKind;
}

/** One worker, as another step runs beside it: files of one worker share what they import, so a second would load it anew. */
const vitest = (name: string, projects: readonly string[] = [name]): Step => ({
  name,
  commands: [
    [
      ...['vitest', 'run', '--config=tests/vitest.config.ts', '--maxWorkers=1'],
      ...projects.map((project) => `--project=${project}`),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(name)}`],
    ],
  ],
  report: 'vitest',
});

/** What is checked before every push. */
export const quick: readonly Step[] = [
  {
    name: 'types',
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  vitest('unit', ['unit', 'dom']),
  vitest('twelfth-kind'),
  { name: 'content', commands: [['tsx', 'lib/cli/content.ts', 'check', '--json']] },
  {
    name: 'lint',
    commands: [
      ['biome', 'check', '--config-path=tests/biome.json', '--error-on-warnings', '--reporter=summary', '.'],
    ],
  },
];

export const thorough: readonly Step[] = [
  // Both write route types, so one waits for the other.
  { name: 'build', commands: [['npm', 'run', 'build']], needs: 'types' },
  vitest('patient'),
  // Racing processes read the lessons that the build compiles.
  { ...vitest('postgres'), after: 'build' },
  { ...vitest('sqlite'), after: 'build' },
  {
    name: 'browser',
    commands: [
      ['tsx', 'tests/browser.ts'],
      ['playwright', 'test', '--config=tests/playwright.config.ts'],
    ],
    report: 'playwright',
    needs: 'build',
    lanes: 2,
  },
];

export function reportFile(step: string): string {
  return `tests/.results/${step}.json`;
}
