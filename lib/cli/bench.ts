import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  races: {
    usage: 'races [--races N] [--processes N] [--json]',
    does: 'let processes race for the last attempt and count what was stored',
    load: () => import('./bench/races.ts'),
  },
  kills: {
    usage: 'kills [--kills N] [--students N] [--json]',
    does: 'kill the server under load and look for answers that it had acknowledged',
    load: () => import('./bench/kills.ts'),
  },
};

process.exitCode = await runVerb(
  {
    name: 'bench',
    verbs,
    about:
      'Each makes a database of its own and removes it: SQLite in a temporary folder, or one beside the database that DATABASE_URL names.',
  },
  process.argv.slice(2),
);
