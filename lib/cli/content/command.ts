import type { Command } from '#lib/cli/command/run-verb.ts';
import type { Verb } from '#lib/cli/command/verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  check: {
    usage: 'check [DIR | --bank FILE] [--format text|github|json] [--json | --watch] [--fresh] [--shell]',
    description:
      'compile the lessons in DIR, list every mistake, run what can be run and let the guesser bots take every test; exit 1 when something must be fixed; --watch goes on and prints what each edit changes; --bank judges the questions of another system’s file',
    load: () => import('./check.ts'),
  },
  passages: {
    usage: 'passages [DIR]',
    description:
      'print which passage teaches each item of the pool, or the one that shares most of its words',
    load: () => import('./passages.ts'),
  },
  fix: {
    usage: 'fix [DIR] [--ids text|side] [--shell]',
    description:
      'write missing ids, stale step tables of traces, values of variants and the proofs of keys into the files, and the Markdown of other tools as lessons have it; --ids side moves the ids out of the texts into ids.json, --ids text back',
    load: () => import('./fix.ts'),
  },
  new: {
    usage: 'new TRACK/LESSON [--in DIR]',
    description:
      'write a lesson to begin with, and its track if there is none; DIR is the folder of tracks, content/tracks when it is left out',
    load: () => import('./new.ts'),
  },
  import: {
    usage:
      'import FORMAT FILE [--into TRACK/LESSON [--create]] [--dry-run] [--replace] [--activity NAME] [--objective ID] [--level LEVEL] [--encoding NAME] [--json]',
    description:
      'read questions of another system and report each as kept, changed or refused; with --into write them into a lesson and check it',
    load: () => import('./import.ts'),
  },
  export: {
    usage: 'export FORMAT TRACK/LESSON [--activity NAME] [--out FILE]',
    description: 'write the questions of a lesson in the format of another system and say what each loses',
    load: () => import('./export.ts'),
  },
  diff: {
    usage: 'diff [REV] [--in DIR] [--json]',
    description:
      'compare the items with a revision of git (HEAD when it is left out): what each edit means for answers, and which grades and verdicts of the school beside it would change',
    load: () => import('./diff.ts'),
  },
  stats: {
    usage: 'stats [DIR] [--json]',
    description:
      'print what the answers of the school say of every item: facility, discrimination, options and time, each with n and its interval',
    load: () => import('./stats.ts'),
  },
  suggest: {
    usage: 'suggest [DIR] [--json]',
    description:
      'print what those answers suggest to change, at the line of the item: a dead distractor, a suspected key, a wrong level, too short a clock, a hint without help',
    load: () => import('./suggest.ts'),
  },
  mutate: {
    usage: 'mutate [DIR] [--json] [--shell]',
    description:
      'move the key of every proven item to other answers, and count how often running shows it; exit 1 when a fault is not caught',
    load: () => import('./mutate.ts'),
  },
};

/** `npm run content` */
export const contentCommand: Command = {
  name: 'content',
  verbs,
  about:
    'DIR is a folder of tracks, a track or a lesson; content/tracks when it is left out. --fresh runs proven keys again. --shell runs programs in bash on this machine, not in a sandbox.',
};
