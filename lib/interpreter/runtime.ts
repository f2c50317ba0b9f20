/**
 * Names the state of this folder and of the two packages it stands on, so that a browser may keep its files for ever.
 * `runtime.test.ts` says what it has to be.
 */
export const runtimeVersion = 'e8c0abb8a368';

/** The address of a file that a browser needs to run programs. */
export const runtimePath = (file: string): string => `/runtime/${runtimeVersion}/${file}`;

/** What a learner has to fetch before the first run, in megabytes, as it travels. */
export const downloadMb = { python: 10, javascript: 1 } as const;

/** How long a program may run: by the clock in a browser, where nothing else can be measured; in processor time on the server. */
export const runLimitMs = 5_000;
