import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import type { Verb } from './command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  'create-owner': {
    usage: 'create-owner [--user NAME] [--name "FULL NAME"] [--password PASSWORD]',
    description: 'create an admin account; asks for every option that is left out',
    load: () => import('./admin/create-owner.ts'),
  },
  backup: {
    usage: 'backup FILE',
    description: 'copy the database while the server is running (SQLite)',
    load: () => import('./admin/backup.ts'),
  },
  restore: {
    usage: 'restore FILE',
    description: 'put a backup in the place of the database, while the server is stopped (SQLite)',
    load: () => import('./admin/restore.ts'),
  },
  'set-role': {
    usage: 'set-role USER student|author|teacher|admin',
    description: 'change the role of a person, from their next request on',
    load: () => import('./admin/set-role.ts'),
  },
  'track-authors': {
    usage: 'track-authors TRACK [--add USER | --remove USER]',
    description: 'say which authors publish on a track without being asked',
    load: () => import('./admin/track-authors.ts'),
  },
  recount: {
    usage: 'recount [--repair] [--json]',
    description: 'count every total again from the ledger and list the differences',
    load: () => import('./admin/recount.ts'),
  },
  regrade: {
    usage:
      'regrade ITEM [--policy no-one-loses|new-key] [--reason "TEXT"] [--dry-run] [--json] | regrade --undo ID [--reason "TEXT"]',
    description:
      'grade all stored answers to an item by its present key, as events that can be taken back; the learners read the reason',
    load: () => import('./admin/regrade.ts'),
  },
  'item-stats': {
    usage:
      'item-stats FILE.csv [--max FILE.csv] [--key KEY] [--time FILE.csv] [--missing zero|skip] [--json]',
    description: 'compute statistics of a test from a table of marks, or of chosen options and the key',
    load: () => import('./admin/item-stats.ts'),
  },
  doctor: {
    usage: 'doctor',
    description: 'check everything that the server needs to start, without changing it',
    load: () => import('./admin/doctor.ts'),
  },
};

process.exitCode = await runVerb({ name: 'admin', verbs }, process.argv.slice(2));
