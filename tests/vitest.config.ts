import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { registerSlider } from './twelfth-kind/register-slider.ts';

const needDatabase = ['lib/server/**/*.test.ts', 'db/**/*.test.ts', 'lib/cli/bench/races.test.ts'];
/** Tests of components in a page that need no real browser. */
const needDom = ['components/**/*.dom.test.tsx'];
// The modules under test hold no state: every test file passes in its own world and database. So test files share their
// imports, which halves the work of a run: the compiler of lessons alone takes seconds to load.
const shared = { isolate: false } as const;
/** Slow tests of commands, which start processes. They are a step of their own, so that both cores are used. */
const commands = [
  'lib/cli/content/*.test.ts',
  'lib/cli/admin/*.test.ts',
  'lib/cli/start.test.ts',
  'lib/cli/serve/graceful-stop.test.ts',
  // Proofs run programs and need no database.
  'lib/server/proofs/*.test.ts',
];
/** Other slow tests: they run hostile programs, compile hundreds of courses or simulate hundreds of lessons. */
const patient = [
  'lib/server/sandbox/**/*.test.ts',
  'lib/lesson/attacks.test.ts',
  'tests/planted-mistakes.test.ts',
  'tests/twelfth-kind-types.test.ts',
  'tests/content.test.ts',
  'lib/lesson/suggestions/suggestions.test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Native modules are safest in separate processes. The target machine has two cores.
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
          exclude: [...needDatabase, ...commands, ...patient, ...needDom],
        },
      },
      // Isolated, because React keeps the timers of the first page in which it is loaded.
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
      { extends: true, test: { name: 'commands', ...shared, include: commands } },
      { extends: true, test: { name: 'patient', include: patient } },
      {
        extends: true,
        test: {
          name: 'sqlite',
          ...shared,
          include: needDatabase,
          exclude: [...commands, ...patient],
          env: { DATABASE_URL: '' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          ...shared,
          include: needDatabase,
          exclude: [...commands, ...patient, 'db/sqlite/**'],
          globalSetup: './tests/engines/vitest-postgres.ts',
        },
      },
    ],
  },
});
