import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';
import {
  type Autosave,
  afterEvent,
  initialAutosave,
  isUnsaved,
  needsSending,
  retryDelayMs,
  type SaveEvent,
  type SaveStatus,
  saveStatus,
  sendAt,
} from '#lib/sitting/autosave.ts';
import type { ConflictingDraft, DraftState } from '#lib/sitting/draft.ts';
import type { DraftAttempt, DraftRequest } from '#lib/sitting/draft-request.ts';
import { type DraftStore, offlineMessages } from './draft-store.ts';
import { resendItemCopies, type SendDraft, type SendResult, sendDraft } from './send-drafts.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after so many milliseconds unless the function that it returns is called before. */
  after(ms: number, run: () => void): () => void;
}

/** What the page does with the state of its draft. */
export interface DraftPageEvents {
  /** Whether the form holds these fields. */
  isShown(fields: FormFields): boolean;
  /** The status or the conflicts may have changed. */
  onUpdate(): void;
  /** The inputs have to hold this draft. */
  onReplace(draft: Answer): void;
}

export interface DraftSyncSetup {
  readonly attempt: DraftAttempt;
  /** The random id of the page. */
  readonly device: string;
  /** The draft that came with the page. */
  readonly served: DraftState;
  readonly store: DraftStore;
  readonly clock: Clock;
  readonly events: DraftPageEvents;
  readonly send?: SendDraft;
}

/** Sends the draft of one attempt: after a pause in typing, again after a failure, and at once when the page is left. */
export class DraftSync {
  readonly #setup: DraftSyncSetup;
  readonly #send: SendDraft;
  #state: Autosave;
  #conflicts: readonly ConflictingDraft[];
  #isRunning = false;
  #cancelSend = (): void => undefined;
  #cancelResend = (): void => undefined;
  #lastSend: Promise<void> = Promise.resolve();

  constructor(setup: DraftSyncSetup) {
    this.#setup = setup;
    this.#send = setup.send ?? sendDraft;
    this.#state = initialAutosave(setup.served.draftRevision);
    this.#conflicts = setup.served.otherDrafts;
  }

  get status(): SaveStatus {
    return saveStatus(this.#state);
  }

  get conflicts(): readonly ConflictingDraft[] {
    return this.#conflicts;
  }

  /** The status for the learner. `isStored`: what is not saved is at least in the browser's storage. */
  message(isStored: boolean): string {
    const message = messages[this.status];
    if (typeof message === 'string') return message;
    return isStored ? message.stored : message.notStored;
  }

  /** Also sends what earlier pages of this item have left unsent, and shows what they have saved since this one was read. */
  start(): void {
    this.#isRunning = true;
    const { store, attempt } = this.#setup;
    const reply = store.lastReply(attempt);
    if (reply && reply.draftRevision > this.#state.base) this.#receiveOther(reply);
    this.#resendCopies();
    this.#schedule();
  }

  /** Nothing more is sent by itself. */
  stop(): void {
    this.#isRunning = false;
    this.#cancelSend();
    this.#cancelResend();
  }

  /** The form holds something else. Gives the save that has to be stored on the device. */
  change(fields: FormFields): DraftRequest {
    this.#step({ kind: 'changed', fields, at: this.#setup.clock.now() });
    return this.#request();
  }

  online(): void {
    this.#step({ kind: 'online', at: this.#setup.clock.now() });
    this.#resendCopies();
  }

  sendNow(): void {
    if (!needsSending(this.#state)) return;
    const request = this.#request();
    this.#step({ kind: 'sending' });
    this.#lastSend = this.#send(request).then((result) => this.#receive(request, result));
  }

  /** True when the server has everything. */
  async flush(): Promise<boolean> {
    this.sendNow();
    await this.#lastSend;
    return !isUnsaved(this.#state);
  }

  /** The attempt was submitted: its answer holds what was typed. */
  discard(): void {
    this.#setup.store.remove(this.#request());
  }

  /** Exchanges the draft and a conflicting save. */
  async choose(id: string): Promise<void> {
    const request = { ...this.#request(), use: id };
    this.#step({ kind: 'sending' });
    const result = await this.#send(request);
    this.#receive(request, result);
    if (result.kind === 'saved') this.#replace(result.value);
  }

  #receive(request: DraftRequest, result: SendResult): void {
    const { turn } = request;
    const at = this.#setup.clock.now();
    if (result.kind === 'failed') this.#step({ kind: 'failed', turn, failure: result.failure, at });
    if (result.kind === 'rejected') {
      this.#setup.store.markRefused(request, result.reason);
      this.#step({ kind: 'rejected', reason: result.reason });
    }
    if (result.kind === 'saved') {
      this.#setup.store.rememberReply(request, result.value);
      this.#saved(turn, result.value);
    }
    this.#setup.events.onUpdate();
  }

  #saved(turn: number, { draftRevision, otherDrafts }: DraftState): void {
    this.#conflicts = otherDrafts;
    this.#step({ kind: 'saved', turn, revision: draftRevision, at: this.#setup.clock.now() });
    if (!isUnsaved(this.#state)) this.discard();
  }

  #resendCopies(failures = 0): void {
    this.#cancelResend();
    const { store, clock, events } = this.#setup;
    const onSaved = (draft: DraftState): void => this.#receiveOther(draft);
    const copies = { store, send: this.#send, current: this.#request(), isShown: events.isShown, onSaved };
    void resendItemCopies(copies).then((isDone) => {
      if (isDone || !this.#isRunning) return;
      this.#cancelResend = clock.after(retryDelayMs(failures), () => this.#resendCopies(failures + 1));
    });
  }

  /**
   * The draft after a save of another page. Where something was typed here it is not shown, so the next save from here
   * must not name its revision: the server would replace it instead of keeping both.
   */
  #receiveOther(draft: DraftState): void {
    if (this.#state.turn > 0) this.#conflicts = draft.otherDrafts;
    else {
      this.#saved(0, draft);
      this.#replace(draft);
    }
    this.#setup.events.onUpdate();
  }

  #replace({ draft }: DraftState): void {
    if (draft) this.#setup.events.onReplace(draft);
  }

  #step(event: SaveEvent): void {
    this.#state = afterEvent(this.#state, event);
    this.#schedule();
  }

  #schedule(): void {
    this.#cancelSend();
    const at = sendAt(this.#state);
    if (at === null || !this.#isRunning) return;
    const { clock } = this.#setup;
    this.#cancelSend = clock.after(Math.max(0, at - clock.now()), () => this.sendNow());
  }

  #request(): DraftRequest {
    const { attempt, device } = this.#setup;
    const { turn, base, fields } = this.#state;
    return { ...attempt, device, turn, base, fields: fields ?? {} };
  }
}

const changedMessage =
  'Not saved: the question was changed after you opened it. Reload the page to continue.';

/** Two texts where it matters whether the browser stores a copy. */
const messages: Readonly<
  Record<SaveStatus, string | { readonly stored: string; readonly notStored: string }>
> = {
  unchanged: '',
  saving: 'Saving…',
  saved: 'Saved',
  offline: offlineMessages,
  server: {
    stored: 'Not saved yet: the server is busy. Stored on this device and sent again soon.',
    notStored: 'Not saved yet: the server is busy. Keep this page open; it is sent again soon.',
  },
  unavailable: {
    stored: 'Not saved yet: the server cannot store anything now. Stored on this device and sent again soon.',
    notStored: 'Not saved yet: the server cannot store anything now. Keep this page open.',
  },
  'signed-out': {
    stored: 'Not saved: you are signed out. Stored on this device until you sign in again.',
    notStored: 'Not saved: you are signed out. Copy what you typed before you sign in again.',
  },
  'too-long': 'Not saved: this is too long. Shorten it.',
  late: 'Not saved: time was up.',
  settled: 'Not saved: this question is already finished. Reload the page to see how it went.',
  answered: 'Not saved: this question was checked in another window. Reload the page to continue.',
  stale: changedMessage,
  outside: changedMessage,
  'not-open': changedMessage,
  'not-found': changedMessage,
  invalid: 'Not saved: this form could not be read. Reload the page.',
  foreign: 'Not saved: this page does not come from this server. Reload it.',
};
