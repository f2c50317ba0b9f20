import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { registerSlider } from './twelfth-kind/register-slider.ts';

const needDatabase = ['lib/server/**/*.test.ts', 'db/**/*.test.ts', 'lib/cli/bench/races.test.ts'];
/** What a component does in a page, where no browser is needed to tell. */
const needDom = ['components/**/*.dom.test.tsx'];
// Nothing of these is kept in a module: every file hands a world and a database of its own to what it tests. So files
// may share what they import, and half of the work of a run is saved: the compiler of lessons alone takes seconds to load.
const shared = { isolate: false } as const;
/** They start processes, run strangers' programs or compile hundreds of courses: too slow for every save. */
const patient = [
  'lib/server/sandbox/**/*.test.ts',
  'lib/cli/content/*.test.ts',
  'lib/cli/admin/*.test.ts',
  'lib/lesson/attacks.test.ts',
  'tests/planted-mistakes.test.ts',
  'tests/twelfth-kind-types.test.ts',
  'tests/content.test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A native module is safest in processes of its own; the machine we plan for has two cores.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: ['./tests/temp-root.ts', './tests/compiled-fixture.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...shared,
          include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          exclude: [...needDatabase, ...patient, ...needDom],
        },
      },
      // Not shared: React keeps the timers of the first page that it is loaded in.
      { extends: true, test: { name: 'dom', environment: 'happy-dom', include: needDom } },
      {
        // Every test of all kinds once more, with a made-up twelfth kind registered.
        extends: true,
        plugins: [registerSlider()],
        test: {
          name: 'twelfth-kind',
          ...shared,
          setupFiles: './tests/twelfth-kind/compile-fixture.ts',
          include: ['{lib,components}/**/every-kind.test.{ts,tsx}', 'tests/twelfth-kind/*.test.ts'],
          env: { DATABASE_URL: '' },
        },
      },
      { extends: true, test: { name: 'patient', include: patient } },
      {
        extends: true,
        test: {
          name: 'sqlite',
          ...shared,
          include: needDatabase,
          exclude: patient,
          env: { DATABASE_URL: '' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          ...shared,
          include: needDatabase,
          exclude: patient,
          globalSetup: './tests/engines/vitest-postgres.ts',
        },
      },
    ],
  },
});
