import type { DraftBody } from '#lib/sitting/draft-wire.ts';
import type { DraftCopy } from './draft-copies.ts';
import { wordsOf } from './form-words.ts';

/** A save of this form as this device keeps it: with where it was typed, and what it says to a reader. */
export function copyOf(form: HTMLFormElement, body: DraftBody): DraftCopy {
  // The title of a page comes last, and may not have come before the connection was lost.
  const title = document.title || document.querySelector('h1')?.textContent || location.pathname;
  const page = { path: location.pathname, title };
  return { body, at: Date.now(), page, words: wordsOf(form) };
}
