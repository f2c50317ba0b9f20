import type { Verb } from './verb.ts';

export const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [
    'check',
    {
      usage: 'check [DIR] [--json]',
      does: 'compile what is in DIR, name every mistake and let the guesser bots sit every test; exit 1 when something must be mended',
      load: () => import('./check.ts'),
    },
  ],
  [
    'fix',
    {
      usage: 'fix [DIR]',
      does: 'write the ids that are missing into the files, and nothing else',
      load: () => import('./fix.ts'),
    },
  ],
]);

export function helpText(): string {
  const width = Math.max(...[...verbs.keys()].map((name) => name.length));
  return [
    'Verbs:',
    ...[...verbs].map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`),
    '',
    'Usage:',
    ...[...verbs.values()].map(({ usage }) => `  npm run content -- ${usage}`),
    '',
    'DIR is a folder of tracks, a track or a lesson; content/tracks when it is left out.',
  ].join('\n');
}
