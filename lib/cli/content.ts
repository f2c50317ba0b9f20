import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  check: {
    usage: 'check [DIR] [--json]',
    description:
      'compile what is in DIR, name every mistake and let the guesser bots sit every test; exit 1 when something must be mended',
    load: () => import('./content/check.ts'),
  },
  fix: {
    usage: 'fix [DIR]',
    description: 'write the ids that are missing into the files, and nothing else',
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
