import { answerPrefix, browserStorage, copyNames } from '#components/item/draft/copy-names.ts';
import type { DraftPage } from '#components/item/draft/draft-store.ts';
import type { FormFields } from '#lib/item/item-type.ts';
import type { AnswerReply } from '#lib/sitting/answer-request.ts';

export type AnswerRejection = Extract<AnswerReply, { ok: false }>['reason'];

/** An answer that could not be sent, in the browser's storage. */
export interface KeptAnswer {
  /** As the form would have posted it, with its idempotency key as `key`. */
  readonly fields: FormFields;
  /** Milliseconds since 1970, on this device's clock. */
  readonly at: number;
  readonly page: DraftPage;
  /** What it says to a reader, line by line. */
  readonly words: readonly string[];
  /** Why the server does not take it. */
  readonly refused?: AnswerRejection;
}

const maxAgeMs = 30 * 24 * 60 * 60_000;

/** One person's answers that wait for a connection: one for each attempt. */
export class AnswerStore {
  /** Whose answers these are. */
  readonly userId: string;
  readonly #prefix: string;
  readonly #storage: Storage | null;

  constructor(userId: string, storage: Storage | null = browserStorage()) {
    this.userId = userId;
    this.#prefix = `${answerPrefix}${encodeURIComponent(userId)}/`;
    this.#storage = storage;
  }

  /** Replaces an earlier answer to the same attempt. False where the browser stores nothing. */
  keep(answer: KeptAnswer): boolean {
    try {
      this.#storage?.setItem(this.#nameOf(answer), JSON.stringify(answer));
      return this.#storage !== null;
    } catch {
      // Not allowed, or full.
      return false;
    }
  }

  remove(answer: KeptAnswer): void {
    this.#removeItem(this.#nameOf(answer));
  }

  /** Oldest first. Removes what is too old or cannot be read. */
  list(): KeptAnswer[] {
    return copyNames(this.#storage, this.#prefix)
      .flatMap((name) => {
        const answer = this.#read(name);
        if (answer && Date.now() - answer.at <= maxAgeMs) return [answer];
        this.#removeItem(name);
        return [];
      })
      .toSorted((a, b) => a.at - b.at);
  }

  #read(name: string): KeptAnswer | null {
    try {
      const answer: KeptAnswer | null = JSON.parse(this.#storage?.getItem(name) ?? 'null');
      const isWhole =
        typeof answer?.at === 'number' &&
        typeof answer.fields?.key?.[0] === 'string' &&
        Array.isArray(answer.words);
      return isWhole ? answer : null;
    } catch {
      // No JSON, or not allowed.
      return null;
    }
  }

  #removeItem(name: string): void {
    try {
      this.#storage?.removeItem(name);
    } catch {
      // Not allowed: nothing is stored.
    }
  }

  #nameOf({ fields }: KeptAnswer): string {
    return this.#prefix + encodeURIComponent(fields.key?.[0] ?? '');
  }
}
