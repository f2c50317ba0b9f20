import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';
import {
  type Autosave,
  afterEvent,
  beginSaving,
  dueAt,
  isUnsaved,
  mustSend,
  type SaveEvent,
  type SaveLine,
  saveLine,
} from '#lib/sitting/autosave.ts';
import { sameFields } from '#lib/sitting/draft.ts';
import type { DraftBody } from '#lib/sitting/draft-wire.ts';
import type { DraftState, OtherDraft } from '#lib/sitting/served-item.ts';
import { copyOf } from './copy-of.ts';
import { dropCopy, keepCopy, refuseCopy } from './draft-copies.ts';
import { draftWords } from './draft-words.ts';
import type { Early } from './early-draft.ts';
import { fieldsOf, isClosed, isOther, isTouched } from './form-fields.ts';
import { listenToForm } from './listen-to-form.ts';
import { sendCopies } from './send-copies.ts';
import { type SentDraft, sendDraft } from './send-draft.ts';

/** The attempt that a form prepares. */
export interface DraftAbout
  extends Pick<DraftBody, 'lesson' | 'activity' | 'sitting' | 'item' | 'version' | 'key'> {
  /** Whose it is: nobody else finds what is kept on this device. */
  readonly userId: string;
  readonly state: DraftState;
}

/** What the page shows of it. */
export interface KeptDraft {
  readonly line: SaveLine;
  /** The same in words. */
  readonly words: string;
  readonly others: readonly OtherDraft[];
}

export interface Ears {
  show(kept: KeptDraft): void;
  /** The inputs shall hold this. */
  fill(draft: Answer): void;
}

/** Watches one form and sees to it that what it holds is saved: on this device at once, on the server soon. */
export class DraftKeeper {
  readonly key: string;
  readonly #about: DraftAbout;
  readonly #ears: Ears;
  readonly #device: string;
  #state: Autosave;
  #others: readonly OtherDraft[];
  #isHere = false;
  /** What the form held before anybody touched it. */
  #first: FormFields | null = null;
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #copiesTimer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> = Promise.resolve();

  constructor(about: DraftAbout, ears: Ears, { device, first }: Early) {
    this.key = about.key;
    this.#about = about;
    this.#ears = ears;
    this.#device = device;
    this.#first = first;
    this.#state = beginSaving(about.state.draftRevision);
    this.#others = about.state.otherDrafts;
  }

  /** `posted` was checked last from this page: what differs from it was typed while that was on its way. */
  attach(form: HTMLFormElement, posted: FormFields | null): () => void {
    this.#form = form;
    const detach = this.#listen(form);
    if (posted ? isOther(posted, fieldsOf(form)) : isTouched(form)) this.#change();
    this.#look();
    this.#sendCopies();
    this.#schedule();
    this.#show();
    return () => {
      detach();
      clearTimeout(this.#timer);
      clearTimeout(this.#copiesTimer);
      this.#form = null;
    };
  }

  /** The form is left, or the page is closed: what is unsaved goes now. */
  leave(): void {
    this.#look();
    this.stop();
  }

  /** The same where the form can no longer be read: its inputs are closed or gone. */
  stop(): void {
    if (mustSend(this.#state)) this.#send();
  }

  /** It was checked: what was typed is in the answer. */
  forget(): void {
    dropCopy(this.#about.userId, this.#body());
  }

  /** True when everything is saved, on the server or at least here. */
  async flush(): Promise<boolean> {
    this.leave();
    await this.#flight;
    return !isUnsaved(this.#state) || this.#isHere;
  }

  /** The draft and one of the others change places. */
  async use(id: string): Promise<void> {
    this.#change();
    const body = { ...this.#body(), use: id };
    this.#step({ kind: 'sending' });
    const sent = await sendDraft(body);
    this.#heard(body, sent);
    if (sent.kind === 'saved') this.#fill(sent.value);
  }

  #listen(form: HTMLFormElement): () => void {
    const online = (): void => {
      this.#step({ kind: 'online', at: Date.now() });
      this.#sendCopies();
    };
    window.addEventListener('online', online);
    const detach = listenToForm(form, {
      touched: () => this.#remember(),
      changed: () => this.#look(),
      left: () => this.leave(),
    });
    return () => {
      window.removeEventListener('online', online);
      detach();
    };
  }

  #remember(): void {
    if (this.#form) this.#first ??= fieldsOf(this.#form);
  }

  /** Nothing counts as a change before somebody has touched the form: scripts rearrange it when they take over. */
  #look(): void {
    if (!this.#form || !this.#first || isClosed(this.#form)) return;
    const untouched = this.#state.turn === 0 && sameFields(this.#first, fieldsOf(this.#form));
    if (!untouched) this.#change();
  }

  #change(): void {
    if (!this.#form) return;
    const { turn } = this.#state;
    this.#step({ kind: 'changed', fields: fieldsOf(this.#form), at: Date.now() });
    if (this.#state.turn === turn) return;
    this.#isHere = keepCopy(this.#about.userId, copyOf(this.#form, this.#body()));
    this.#show();
  }

  #send(): void {
    const body = this.#body();
    this.#step({ kind: 'sending' });
    this.#flight = sendDraft(body).then((sent) => this.#heard(body, sent));
  }

  #heard(body: DraftBody, sent: SentDraft): void {
    const at = Date.now();
    const { turn } = body;
    if (sent.kind === 'trouble') this.#step({ kind: 'failed', turn, trouble: sent.trouble, at });
    if (sent.kind === 'ended') {
      refuseCopy(this.#about.userId, body, sent.reason);
      this.#step({ kind: 'ended', reason: sent.reason });
    }
    if (sent.kind === 'saved') this.#saved(turn, sent.value);
    this.#show();
  }

  #saved(turn: number, { draftRevision, otherDrafts }: DraftState): void {
    this.#others = otherDrafts;
    this.#step({ kind: 'saved', turn, revision: draftRevision, at: Date.now() });
    if (!isUnsaved(this.#state)) this.forget();
  }

  #sendCopies(pauseMs = 2_000): void {
    clearTimeout(this.#copiesTimer);
    const copies = {
      userId: this.#about.userId,
      body: this.#body(),
      isShown: (fields: FormFields) => this.#form !== null && !isOther(fields, fieldsOf(this.#form)),
      saved: (value: DraftState) => {
        this.#saved(0, value);
        if (this.#state.turn === 0) this.#fill(value);
        this.#show();
      },
    };
    void sendCopies(copies).then((done) => {
      if (done || !this.#form) return;
      this.#copiesTimer = setTimeout(() => this.#sendCopies(Math.min(60_000, pauseMs * 2)), pauseMs);
    });
  }

  #fill({ draft }: DraftState): void {
    this.#first = null;
    if (draft) this.#ears.fill(draft);
  }

  #step(event: SaveEvent): void {
    this.#state = afterEvent(this.#state, event);
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const due = dueAt(this.#state);
    if (due !== null && this.#form)
      this.#timer = setTimeout(() => this.#send(), Math.max(0, due - Date.now()));
  }

  #show(): void {
    const line = saveLine(this.#state);
    this.#ears.show({ line, words: draftWords(line, this.#isHere), others: this.#others });
  }

  #body(): DraftBody {
    const { userId: _userId, state: _state, ...about } = this.#about;
    const { turn, base, fields } = this.#state;
    return { ...about, device: this.#device, turn, base, fields: fields ?? {} };
  }
}
