import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  races: {
    usage: 'races [--races N] [--processes N] [--json]',
    description: 'let processes race for the last attempt and count what was stored',
    load: () => import('./bench/races.ts'),
  },
  kills: {
    usage: 'kills [--kills N] [--students N] [--json]',
    description: 'kill the server under load and look for answers that it had acknowledged',
    load: () => import('./bench/kills.ts'),
  },
  predict: {
    usage: 'predict --data FILE.csv [--seed N] [--json]',
    description: 'foretell the next answer with our model and five others, on your answers',
    load: () => import('./bench/predict.ts'),
  },
  'mastery-test': {
    usage:
      'mastery-test [--data MATRIX.csv] [--cut SHARE] [--banks N] [--people N] [--splits N] [--seed N] [--json]',
    description: 'how often the test is wrong or undecided, simulated or on your 0/1 matrix',
    load: () => import('./bench/mastery-test.ts'),
  },
};

process.exitCode = await runVerb(
  {
    name: 'bench',
    verbs,
    about:
      'races and kills make a database of their own and remove it: SQLite in a temporary folder, or one beside the database that DATABASE_URL names.',
  },
  process.argv.slice(2),
);
