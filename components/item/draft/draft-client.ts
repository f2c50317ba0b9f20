import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';
import type { SaveStatus } from '#lib/sitting/autosave.ts';
import { type ConflictingDraft, type DraftState, sameFields } from '#lib/sitting/draft.ts';
import type { DraftAttempt, DraftRequest } from '#lib/sitting/draft-request.ts';
import { type DraftForm, includesFields } from './draft-form.ts';
import { type DraftStore, offlineMessages } from './draft-store.ts';
import type { Clock, DraftSync, DraftSyncSetup } from './draft-sync.ts';

/** What the page shows of a draft. */
export interface DraftView {
  readonly status: SaveStatus;
  /** The status for the learner. */
  readonly message: string;
  readonly conflicts: readonly ConflictingDraft[];
}

export interface DraftClientSetup {
  readonly attempt: DraftAttempt;
  /** The draft that came with the page. */
  readonly served: DraftState;
  readonly store: DraftStore;
  readonly clock: Clock;
  /** A random id of the page; a copy under it is this page's own. */
  readonly device: string;
  /** Fetches the script that sends drafts. Fails without a connection. */
  loadSync(): Promise<(setup: DraftSyncSetup) => DraftSync>;
  /** Whether the attempt’s answer has been recorded. */
  isAnswered(): boolean;
  onView(view: DraftView): void;
  /** The inputs have to hold this draft. */
  onReplace(draft: Answer): void;
}

/** How soon to try again to fetch a script that did not arrive. */
const reloadMs = 3_000;

/**
 * Keeps the draft of one attempt while its form is on the page: a copy in the browser's storage with each change, and
 * the rest by `DraftSync`, whose script is fetched when the form is first touched or there is something to send.
 */
export class DraftClient {
  readonly #setup: DraftClientSetup;
  #form: DraftForm | null = null;
  #sync: DraftSync | null = null;
  /** What the form held before the learner touched it. */
  #untouched: FormFields | null = null;
  /** What the form held at the last change. */
  #changed: FormFields | null = null;
  #isStored = true;
  #isLoading = false;
  #hasLoadFailed = false;
  #cancelReload = (): void => undefined;

  constructor(setup: DraftClientSetup) {
    this.#setup = setup;
  }

  get idempotencyKey(): string {
    return this.#setup.attempt.key;
  }

  /** `isEdited`: the form already holds something that the learner typed. Gives the function that detaches it again. */
  attach(form: DraftForm, isEdited: boolean): () => void {
    this.#form = form;
    const stopListening = form.listen({
      touched: () => {
        this.#untouched ??= form.fields();
        this.#load();
      },
      changed: () => this.#recordIfChanged(),
      left: () => this.#leave(),
      online: () => (this.#sync ? this.#sync.online() : this.#load()),
    });
    if (isEdited) this.#record();
    if (this.#sync) this.#start(this.#sync);
    else if (isEdited || this.#hasMore()) this.#load();
    return () => {
      stopListening();
      this.#cancelReload();
      this.#sync?.stop();
      this.#form = null;
    };
  }

  /** Sends what is unsaved without reading the form, whose inputs may be disabled or gone. */
  sendNow(): void {
    this.#sync?.sendNow();
  }

  /** The attempt was submitted: its answer holds what was typed. */
  discard(): void {
    if (this.#sync) this.#sync.discard();
    else this.#setup.store.remove(this.#firstRequest({}));
  }

  /** True when everything typed is on the server or at least in the browser's storage. */
  async flush(): Promise<boolean> {
    this.#recordIfChanged();
    return (await this.#sync?.flush()) || this.#isStored;
  }

  /** Exchanges the draft and a conflicting save; what the form holds is saved first. */
  async choose(id: string): Promise<void> {
    if (!this.#sync) return;
    this.#record();
    await this.#sync.choose(id);
  }

  /** The button that had the focus goes away with the answer, which holds what was typed. */
  #leave(): void {
    if (this.#setup.isAnswered()) return;
    this.#recordIfChanged();
    this.sendNow();
  }

  /** Scripts rearrange a form when they take it over: only what follows a touch of the learner is a change. */
  #recordIfChanged(): void {
    if (!this.#form || !this.#untouched || this.#form.isDisabled()) return;
    if (this.#changed || !sameFields(this.#untouched, this.#form.fields())) this.#record();
  }

  #record(): void {
    if (!this.#form) return;
    const fields = this.#form.fields();
    if (this.#changed && sameFields(this.#changed, fields)) return;
    this.#changed = fields;
    const { store, clock } = this.#setup;
    this.#isStored = store.keep({
      body: this.#sync?.change(fields) ?? this.#firstRequest(fields),
      at: clock.now(),
      page: this.#form.page(),
      words: this.#form.text(),
    });
    this.#show();
  }

  /** Until the sync is here nothing is sent, so all changes are one turn. */
  #firstRequest(fields: FormFields): DraftRequest {
    const { attempt, device, served } = this.#setup;
    return { ...attempt, device, turn: 1, base: served.draftRevision, fields };
  }

  /** Whether there is something to send, to choose or to show that the page does not show yet. */
  #hasMore(): boolean {
    const { served, store, attempt } = this.#setup;
    const savedRevision = store.lastReply(attempt)?.draftRevision ?? 0;
    return (
      served.otherDrafts.length > 0 || store.list(attempt).length > 0 || savedRevision > served.draftRevision
    );
  }

  #load(): void {
    if (this.#sync || this.#isLoading) return;
    this.#isLoading = true;
    this.#cancelReload();
    this.#setup.loadSync().then(
      (create) => this.#loaded(create),
      () => this.#loadFailed(),
    );
  }

  #loaded(create: (setup: DraftSyncSetup) => DraftSync): void {
    this.#isLoading = false;
    if (!this.#form) return;
    const { attempt, device, served, store, clock, onReplace } = this.#setup;
    const events = {
      isShown: (fields: FormFields) => this.#form !== null && includesFields(this.#form.fields(), fields),
      onUpdate: () => this.#show(),
      onReplace: (draft: Answer) => {
        this.#untouched = null;
        onReplace(draft);
      },
    };
    this.#sync = create({ attempt, device, served, store, clock, events });
    if (this.#changed) this.#sync.change(this.#changed);
    this.#start(this.#sync);
  }

  #start(sync: DraftSync): void {
    this.#recordIfChanged();
    sync.start();
    this.#show();
  }

  #loadFailed(): void {
    this.#isLoading = false;
    if (!this.#form) return;
    this.#hasLoadFailed = true;
    this.#cancelReload = this.#setup.clock.after(reloadMs, () => this.#load());
    this.#show();
  }

  #show(): void {
    const { served, onView } = this.#setup;
    if (this.#sync) {
      const { status, conflicts } = this.#sync;
      onView({ status, message: this.#sync.message(this.#isStored), conflicts });
    } else if (this.#changed && this.#hasLoadFailed) {
      const message = this.#isStored ? offlineMessages.stored : offlineMessages.notStored;
      onView({ status: 'offline', message, conflicts: served.otherDrafts });
    }
  }
}
