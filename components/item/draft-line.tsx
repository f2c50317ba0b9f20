import { useState } from 'react';
import type { SaveLine } from '#lib/sitting/autosave.ts';
import type { KeptDraft } from './draft-keeper.ts';

export interface DraftLineProps {
  kept: KeptDraft;
  /** An answer is on its way: that it closed the draft is no news. */
  pending: boolean;
  signInHref: string;
}

/** Whether what is typed is saved: seen at once, spoken only when it changes from saved to not saved or back. */
export function DraftLine({ kept, pending, signInHref }: DraftLineProps) {
  const closed = kept.line === 'answered' || kept.line === 'settled';
  const words = pending && closed ? '' : draftWords(kept);
  const [spoken, speak] = useState('');
  if (words && words !== spoken && kept.line !== 'saving') speak(words);
  return (
    <span className="needs-script min-h-6 text-sm text-ink-soft">
      <span aria-hidden="true">{words}</span>
      <span role="status" className="sr-only">
        {spoken}
      </span>
      {kept.line === 'signed-out' ? (
        <>
          {' '}
          <a href={signInHref} className="font-semibold">
            Sign in
          </a>
        </>
      ) : null}
    </span>
  );
}

export function draftWords({ line, isHere }: Pick<KeptDraft, 'line' | 'isHere'>): string {
  const { here, away } = words[line];
  return isHere ? here : away;
}

const always = (text: string) => ({ here: text, away: text });
const changed = always('Not saved: this question is no longer as you see it. Reload the page to go on.');

/** `away`: where the browser keeps nothing. */
const words: Readonly<Record<SaveLine, { readonly here: string; readonly away: string }>> = {
  nothing: always(''),
  saving: always('Saving…'),
  saved: always('Saved'),
  offline: {
    here: 'Not saved yet: no connection. Kept on this device, sent when it is back.',
    away: 'Not saved yet: no connection. Keep this page open; it is sent when it is back.',
  },
  server: {
    here: 'Not saved yet: the server is busy. Kept on this device, sent again soon.',
    away: 'Not saved yet: the server is busy. Keep this page open; it is sent again soon.',
  },
  'signed-out': {
    here: 'Not saved: you are signed out. Kept on this device until you sign in again.',
    away: 'Not saved: you are signed out. Copy what you typed before you sign in again.',
  },
  'too-long': always('Not saved: this is longer than can be kept. Shorten it.'),
  late: always('Not saved: the time was over.'),
  settled: always('Not saved: this question is settled already. Reload the page to see how it went.'),
  answered: always('Not saved: this question was checked in another window. Reload the page to go on there.'),
  stale: changed,
  outside: changed,
  'not-open': changed,
  'not-found': changed,
  invalid: always('Not saved: this page cannot be read. Reload it.'),
  foreign: always('Not saved: this page is not served by us. Reload it.'),
};
