import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const needDatabase = ['lib/server/**/*.test.ts', 'db/**/*.test.ts', 'lib/cli/bench/races.test.ts'];
/** They start processes, run strangers' programs or compile hundreds of courses: too slow for every save. */
const patient = [
  'lib/server/sandbox/**/*.test.ts',
  'lib/cli/content/*.test.ts',
  'lib/cli/admin/*.test.ts',
  'lib/lesson/attacks.test.ts',
  'tests/planted-mistakes.test.ts',
  'tests/content.test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A native module and process.env are safest in processes of their own; the machine we plan for has two cores.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // These touch neither a database nor the environment, so that files may share what they import: the compiler
          // of lessons alone takes seconds to load.
          isolate: false,
          include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          exclude: [...needDatabase, ...patient],
        },
      },
      { extends: true, test: { name: 'patient', include: patient } },
      {
        extends: true,
        test: { name: 'sqlite', include: needDatabase, exclude: patient, env: { DATABASE_URL: '' } },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: needDatabase,
          exclude: patient,
          globalSetup: './tests/engines/vitest-postgres.ts',
        },
      },
    ],
  },
});
