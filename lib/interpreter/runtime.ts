/**
 * Names the state of this folder and of the two packages it stands on, so that a browser may keep its files for ever.
 * `runtime.test.ts` says what it has to be.
 */
export const runtimeVersion = '8da821a514e9';

/** The address of a file that a browser needs to run programs. */
export const runtimePath = (file: string): string => `/runtime/${runtimeVersion}/${file}`;

/** What a learner has to fetch before the first run, in megabytes, as it travels. */
export const downloadMb = { python: 10, javascript: 1 } as const;

/** How long a program may run in a browser, by the clock. */
export const browserLimitMs = 10_000;
