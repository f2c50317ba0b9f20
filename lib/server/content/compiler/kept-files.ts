import { createHash } from 'node:crypto';
import type { KeepFile } from '#lib/lesson/compile-activity.ts';
import type { EntryStore } from './entry-store.ts';

/** Compiled files of lessons in a store, as JSON: after an edit, only the file is compiled that was edited. */
export interface KeptFiles {
  readonly keep: KeepFile;
  /** Resolves when everything is written. */
  written(): Promise<void>;
}

export function keptFiles(store: EntryStore, version: string): KeptFiles {
  let writing: Promise<void>[] = [];
  return {
    keep(madeFrom, make) {
      const name = `${createHash('sha256')
        .update(JSON.stringify([version, 'file', madeFrom]))
        .digest('hex')
        .slice(0, 32)}.file`;
      const stored = store.readNow(name);
      if (stored !== undefined) return JSON.parse(stored);
      const made = make();
      writing.push(store.write(name, JSON.stringify(made)));
      return made;
    },
    async written() {
      await Promise.all(writing);
      writing = [];
    },
  };
}
