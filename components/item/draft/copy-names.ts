/** The prefix of the names of all draft copies in the browser’s storage. */
export const copyPrefix = 'surefoot.draft/';

/** The prefix of the names of answers that could not be sent. */
export const answerPrefix = 'surefoot.answer/';

/** The browser's storage of this site; null where the browser does not allow it. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    // Reading the property throws where storage is blocked.
    return null;
  }
}

/** The names of all copies in a storage, of everybody. */
export const copyNames = (storage: Storage | null, prefix = copyPrefix): string[] =>
  Object.keys(storage ?? {}).filter((name) => name.startsWith(prefix));

/** The prefix of all that was left on this device to be sent: drafts and answers. */
export const leftPrefix = 'surefoot.';
