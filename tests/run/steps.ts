import type { Scheduled } from './schedule.ts';

export type ReportKind = 'vitest' | 'playwright';

export interface Step extends Scheduled {
  /** The commands, run one after another until one fails. */
  readonly commands: readonly (readonly string[])[];
  /** The format of the test report; a step without one counts as a single test. */
  readonly report?: ReportKind;
}

/** Uses one worker, because another step runs at the same time and files in one worker share their imports. */
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

/** The steps of `npm run check`. */
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
  // `types` and `build` both write route types, so one waits for the other.
  { name: 'build', commands: [['npm', 'run', 'build']], needs: 'types' },
  // A build is refused while a command serves the folder.
  { ...vitest('commands'), after: 'build' },
  vitest('patient'),
  // Racing processes read the lessons that the build compiles.
  { ...vitest('postgres'), after: 'build' },
  { ...vitest('sqlite'), after: 'build' },
  // The school of the browser tests. Seeding uses one core, so it is done beside another step.
  { name: 'school', commands: [['tsx', 'tests/e2e/seeded-school.ts']], needs: 'build' },
  {
    name: 'browser',
    commands: [
      ['tsx', 'tests/browser.ts'],
      ['playwright', 'test', '--config=tests/playwright.config.ts'],
    ],
    report: 'playwright',
    needs: 'school',
    lanes: 2,
  },
];

/** The steps that only `npm run test:long` has beside all others. */
export const lengthy: readonly Step[] = [
  // What a lock file says of a key is not believed.
  { name: 'keys', commands: [['tsx', 'lib/cli/content.ts', 'check', '--fresh', '--json']] },
];

export function reportFile(step: string): string {
  return `tests/.results/${step}.json`;
}
