import type { DraftForm, FormListener } from '#components/item/draft/draft-form.ts';
import type { Clock } from '#components/item/draft/draft-sync.ts';
import type { SendDraft, SendResult } from '#components/item/draft/send-drafts.ts';
import type { FormFields } from '#lib/item/item-type.ts';
import type { DraftRequest } from '#lib/sitting/draft-request.ts';

/** A clock that moves only by `pass`. */
export class FakeClock implements Clock {
  #nowMs = Date.now();
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.#nowMs;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#nowMs + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass, and what it causes happen. */
  async pass(ms: number): Promise<void> {
    const end = this.#nowMs + ms;
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#nowMs = next.at;
      next.run();
      await settled();
    }
    this.#nowMs = end;
    await settled();
  }

  #due(end: number) {
    return this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }
}

/** Promises that are about to settle have settled. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A form with one text box. */
export class FakeForm implements DraftForm {
  readonly #start: string;
  #text: string;
  disabled = false;
  #listeners = new Set<FormListener>();

  constructor(text = '', start = text) {
    this.#text = text;
    this.#start = start;
  }

  fields(): FormFields {
    return { text: [this.#text] };
  }

  text(): readonly string[] {
    return [this.#text];
  }

  isEdited(): boolean {
    return this.#text !== this.#start;
  }

  isDisabled(): boolean {
    return this.disabled;
  }

  page() {
    return { path: '/tracks/t/l/review', title: 'Review: L · Surefoot' };
  }

  listen(listener: FormListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get isListenedTo(): boolean {
    return this.#listeners.size > 0;
  }

  /** The learner goes into the box and types. */
  type(text: string): void {
    this.emit('touched');
    this.rewrite(text);
  }

  /** The box holds another text without a touch, as when scripts take a form over. */
  rewrite(text: string): void {
    this.#text = text;
    this.emit('changed');
  }

  emit(event: keyof FormListener): void {
    for (const listener of this.#listeners) listener[event]();
  }
}

/** A server whose answers are given one by one. */
export class FakeServer {
  readonly requests: DraftRequest[] = [];
  #answers: ((result: SendResult) => void)[] = [];

  readonly send: SendDraft = (request) => {
    this.requests.push(request);
    return new Promise((resolve) => this.#answers.push(resolve));
  };

  /** Answers the oldest request without an answer. */
  async answer(result: SendResult): Promise<void> {
    const answer = this.#answers.shift();
    if (!answer) throw new Error('Nothing was sent');
    answer(result);
    await settled();
  }
}
