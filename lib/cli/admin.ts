import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  'create-owner': {
    usage: 'create-owner [--user NAME] [--name "FULL NAME"] [--password PASSWORD]',
    description: 'make an account that may do everything; asks for what is not given',
    load: () => import('./admin/create-owner.ts'),
  },
  backup: {
    usage: 'backup FILE',
    description: 'copy the database while the school is open (SQLite)',
    load: () => import('./admin/backup.ts'),
  },
  'set-role': {
    usage: 'set-role USER student|author|teacher|admin',
    description: 'say what a person may do; it holds from their next request on',
    load: () => import('./admin/set-role.ts'),
  },
  recount: {
    usage: 'recount [--repair] [--json]',
    description: 'count every total again from the ledger and name what differs',
    load: () => import('./admin/recount.ts'),
  },
  'item-stats': {
    usage:
      'item-stats FILE.csv [--max FILE.csv] [--key KEY] [--time FILE.csv] [--missing zero|skip] [--json]',
    description: 'statistics of a test from a table of marks, or of chosen options and their key',
    load: () => import('./admin/item-stats.ts'),
  },
  doctor: {
    usage: 'doctor',
    description: 'look at everything a start depends on and change nothing',
    load: () => import('./admin/doctor.ts'),
  },
};

process.exitCode = await runVerb({ name: 'admin', verbs }, process.argv.slice(2));
