import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  check: {
    usage: 'check [DIR] [--json]',
    description:
      'compile the lessons in DIR, list every mistake and let the guesser bots take every test; exit 1 when something must be fixed',
    load: () => import('./content/check.ts'),
  },
  fix: {
    usage: 'fix [DIR]',
    description: 'write missing ids and stale step tables of traces into the files, and change nothing else',
    load: () => import('./content/fix.ts'),
  },
};

process.exitCode = await runVerb(
  {
    name: 'content',
    verbs,
    about: 'DIR is a folder of tracks, a track or a lesson; content/tracks when it is left out.',
  },
  process.argv.slice(2),
);
