import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  races: {
    usage: 'races [--races N] [--processes N] [--json]',
    description: 'let processes race for the last attempt and count the stored answers',
    load: () => import('./bench/races.ts'),
  },
  kills: {
    usage: 'kills [--kills N] [--students N] [--signal KILL|TERM] [--json]',
    description: 'kill the server under load and look for lost answers that it had acknowledged',
    load: () => import('./bench/kills.ts'),
  },
  serve: {
    usage: 'serve [--rounds N] [--seconds N] [--mixed N] [--only NAME] [--profile] [--json]',
    description: 'measure pages and answers beside the least that the framework can do',
    load: () => import('./bench/serve.ts'),
  },
  content: {
    usage: 'content [--lessons N] [--items N] [--processes N] [--json]',
    description: 'measure checks of generated lessons and of a big pool: cold, kept, and after one edit',
    load: () => import('./bench/content.ts'),
  },
  loops: {
    usage: 'loops [--loopers N] [--json]',
    description: 'measure an honest check of a program while many people send endless loops',
    load: () => import('./bench/loops.ts'),
  },
  bombs: {
    usage: 'bombs [--seconds N] [--json]',
    description: 'measure a page while files that were made to be slow are compiled and refused',
    load: () => import('./bench/bombs.ts'),
  },
  predict: {
    usage: 'predict --data FILE.csv [--seed N] [--json]',
    description: 'predict each next answer with our model and five others, on your data',
    load: () => import('./bench/predict.ts'),
  },
  'mastery-test': {
    usage:
      'mastery-test [--data MATRIX.csv] [--cut SHARE] [--banks N] [--people N] [--splits N] [--seed N] [--json]',
    description: 'measure how often the test is wrong or undecided, simulated or on your 0/1 matrix',
    load: () => import('./bench/mastery-test.ts'),
  },
};

process.exitCode = await runVerb(
  {
    name: 'bench',
    verbs,
    about:
      'races, kills and serve create a temporary database and remove it: SQLite in a temporary folder, or a new database on the server that DATABASE_URL names.',
  },
  process.argv.slice(2),
);
