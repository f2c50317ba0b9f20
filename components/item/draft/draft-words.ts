import type { SaveLine } from '#lib/sitting/autosave.ts';
import { offlineWords } from './offline-words.ts';

/** `isHere`: what is not saved is at least on this device. */
export function draftWords(line: SaveLine, isHere: boolean): string {
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
  offline: offlineWords,
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
