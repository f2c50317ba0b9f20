import type { DraftRejection } from '#lib/sitting/autosave.ts';
import type { DraftState } from '#lib/sitting/draft.ts';
import type { DraftAttempt, DraftItem, DraftRequest } from '#lib/sitting/draft-request.ts';
import { browserStorage, copyNames, copyPrefix, leftPrefix } from './copy-names.ts';

/** A save that the server has not acknowledged, in the browser's storage. */
export interface DraftCopy {
  readonly body: DraftRequest;
  /** Milliseconds since 1970, on this device's clock. */
  readonly at: number;
  /** The page that it was typed on. */
  readonly page: DraftPage;
  /** What it says to a reader, line by line. */
  readonly words: readonly string[];
  /** Why the server will not take it as it is. */
  readonly refused?: DraftRejection;
}

export interface DraftPage {
  readonly path: string;
  readonly title: string;
}

/** What is shown without a connection: with a copy in the browser's storage, and without. */
export const offlineMessages = {
  stored: 'Not saved yet: no connection. Stored on this device and sent when you are back online.',
  notStored: 'Not saved yet: no connection. Keep this page open; it is sent when you are back online.',
} as const;

const maxAgeMs = 30 * 24 * 60 * 60_000;

/**
 * The server's last reply to the saves of each attempt, by storage, since the document was loaded: a form may be drawn
 * from data that were read before the save.
 */
const replies = new WeakMap<Storage, Map<string, DraftState>>();

/** One person's unsent drafts in the browser's storage: one copy for each item and page. */
export class DraftStore {
  readonly #userId: string;
  readonly #storage: Storage | null;

  constructor(userId: string, storage: Storage | null = browserStorage()) {
    this.#userId = userId;
    this.#storage = storage;
  }

  /** False where the browser stores nothing. */
  keep(copy: DraftCopy): boolean {
    try {
      this.#storage?.setItem(this.#nameOf(copy.body), JSON.stringify(copy));
      return this.#storage !== null;
    } catch {
      // Not allowed, or full: the page works without a copy.
      return false;
    }
  }

  /** Removes the copy of this save; a newer one, which its page has made since, stays. */
  remove(body: DraftRequest): void {
    if (this.#find(body)) removeItem(this.#storage, this.#nameOf(body));
  }

  /** Remembers the draft that the server has sent in reply to a save. */
  rememberReply(attempt: DraftAttempt, draft: DraftState): void {
    if (!this.#storage || draft.draftRevision < (this.lastReply(attempt)?.draftRevision ?? 0)) return;
    const remembered = replies.get(this.#storage) ?? new Map<string, DraftState>();
    replies.set(this.#storage, remembered.set(this.#attemptName(attempt), draft));
  }

  /** The newest draft that the server has sent in reply to a save of this attempt; null without one. */
  lastReply(attempt: DraftAttempt): DraftState | null {
    const remembered = this.#storage && replies.get(this.#storage);
    return remembered?.get(this.#attemptName(attempt)) ?? null;
  }

  /** The copy of this save stays to be read and is not sent again by other pages. */
  markRefused(body: DraftRequest, refused: DraftRejection): void {
    const copy = this.#find(body);
    if (copy) this.keep({ ...copy, refused });
  }

  /** The same for all copies of one item. */
  markAllRefused(item: DraftItem, refused: DraftRejection): void {
    for (const { body } of this.list(item)) this.markRefused(body, refused);
  }

  /** The copies of one item, oldest first. */
  list(item: DraftItem): DraftCopy[] {
    return this.#listBelow(this.#nameOf({ ...item, device: '' }));
  }

  /** The copies of all items, oldest first. */
  listAll(): DraftCopy[] {
    return this.#listBelow(`${copyPrefix}${encodeURIComponent(this.#userId)}/`);
  }

  /** Removes what is too old or cannot be read, of everybody: nobody else may come to do it. */
  #listBelow(prefix: string): DraftCopy[] {
    return copyNames(this.#storage)
      .flatMap((name) => {
        const copy = readCopy(this.#storage, name);
        if (copy && Date.now() - copy.at <= maxAgeMs) return name.startsWith(prefix) ? [copy] : [];
        removeItem(this.#storage, name);
        return [];
      })
      .toSorted((a, b) => a.at - b.at);
  }

  #find(body: DraftRequest): DraftCopy | null {
    const copy = readCopy(this.#storage, this.#nameOf(body));
    return copy && copy.body.turn <= body.turn ? copy : null;
  }

  #nameOf({ lesson, activity, sitting, item, device }: DraftItem & Pick<DraftRequest, 'device'>): string {
    const parts = [this.#userId, lesson, activity, sitting, item, device];
    return copyPrefix + parts.map(encodeURIComponent).join('/');
  }

  #attemptName({ version, key, ...item }: DraftAttempt): string {
    return JSON.stringify([this.#nameOf({ ...item, device: '' }), version, key]);
  }
}

/** Signing out leaves neither drafts nor answers of anybody on the device. */
export function removeAllCopies(): void {
  const storage = browserStorage();
  if (storage) replies.delete(storage);
  for (const name of copyNames(storage, leftPrefix)) removeItem(storage, name);
}

function readCopy(storage: Storage | null, name: string): DraftCopy | null {
  try {
    const copy: DraftCopy | null = JSON.parse(storage?.getItem(name) ?? 'null');
    const isWhole =
      typeof copy?.at === 'number' && typeof copy.body?.fields === 'object' && Array.isArray(copy.words);
    return isWhole ? copy : null;
  } catch {
    // No JSON, or not allowed.
    return null;
  }
}

function removeItem(storage: Storage | null, name: string): void {
  try {
    storage?.removeItem(name);
  } catch {
    // Not allowed: nothing is stored.
  }
}
