import type { Verb } from './verb.ts';

export const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [
    'create-owner',
    {
      usage: 'create-owner [--user NAME] [--name "FULL NAME"] [--password PASSWORD]',
      does: 'make an account that may do everything; asks for what is not given',
      load: () => import('./create-owner.ts'),
    },
  ],
  [
    'backup',
    {
      usage: 'backup FILE',
      does: 'copy the database while the school is open (SQLite)',
      load: () => import('./backup.ts'),
    },
  ],
  [
    'set-role',
    {
      usage: 'set-role USER student|author|teacher|admin',
      does: 'say what a person may do; it holds from their next request on',
      load: () => import('./set-role.ts'),
    },
  ],
  [
    'recount',
    {
      usage: 'recount [--repair] [--json]',
      does: 'count every total again from the ledger and name what differs',
      load: () => import('./recount.ts'),
    },
  ],
  [
    'doctor',
    {
      usage: 'doctor',
      does: 'look at everything a start depends on and change nothing',
      load: () => import('./doctor.ts'),
    },
  ],
]);

export function helpText(): string {
  const width = Math.max(...[...verbs.keys()].map((name) => name.length));
  const lines = [...verbs].map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  const usages = [...verbs.values()].map(({ usage }) => `  npm run admin -- ${usage}`);
  return ['Verbs:', ...lines, '', 'Usage:', ...usages].join('\n');
}
