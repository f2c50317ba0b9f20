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
import { dropCopy, keepCopy, refuseCopy } from './draft-copies.ts';
import { fieldsOf, isTouched } from './form-fields.ts';
import { wordsOf } from './form-words.ts';
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
  /** What is not saved is at least on this device. */
  readonly isHere: boolean;
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
  readonly #device = randomName();
  #state: Autosave;
  #others: readonly OtherDraft[];
  #isHere = false;
  /** What the form held before anybody touched it. */
  #first: FormFields | null = null;
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #copiesTimer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> = Promise.resolve();

  constructor(about: DraftAbout, ears: Ears) {
    this.key = about.key;
    this.#about = about;
    this.#ears = ears;
    this.#state = beginSaving(about.state.draftRevision);
    this.#others = about.state.otherDrafts;
  }

  /** `posted` was checked last from this page: what differs from it was typed while that was on its way. */
  attach(form: HTMLFormElement, posted: FormFields | null): () => void {
    this.#form = form;
    const detach = this.#listen(form);
    if (posted ? isOther(posted, fieldsOf(form)) : isTouched(form)) this.#change();
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
    const detached = new AbortController();
    const { signal } = detached;
    const on = (
      target: EventTarget,
      names: readonly string[],
      hear: (event: Event) => void,
      capture = false,
    ) => {
      for (const name of names) target.addEventListener(name, hear, { signal, capture });
    };
    on(form, ['pointerdown', 'keydown', 'focusin'], () => this.#remember(), true);
    on(form, ['input', 'change'], () => this.#look());
    on(form, ['focusout'], (event) => {
      if (event instanceof FocusEvent && !holds(form, event.relatedTarget)) this.leave();
    });
    on(document, ['visibilitychange'], () => this.leave());
    on(window, ['pagehide'], () => this.leave());
    on(window, ['online'], () => {
      this.#step({ kind: 'online', at: Date.now() });
      this.#sendCopies();
    });
    // What is arranged changes hidden fields, of which no event tells.
    const arranged = new MutationObserver(() => this.#look());
    arranged.observe(form, { subtree: true, childList: true, attributeFilter: ['value'] });
    return () => {
      detached.abort();
      arranged.disconnect();
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
    this.#isHere = keepCopy(this.#about.userId, {
      body: this.#body(),
      at: Date.now(),
      page: { path: location.pathname, title: document.title },
      words: wordsOf(this.#form),
    });
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
    this.#ears.show({ line: saveLine(this.#state), isHere: this.#isHere, others: this.#others });
  }

  #body(): DraftBody {
    const { userId: _userId, state: _state, ...about } = this.#about;
    const { turn, base, fields } = this.#state;
    return { ...about, device: this.#device, turn, base, fields: fields ?? {} };
  }
}

/** Whether the form holds anything else under one of these names. */
function isOther(fields: FormFields, held: FormFields): boolean {
  const same = Object.fromEntries(Object.keys(fields).map((name) => [name, held[name] ?? []]));
  return !sameFields(fields, same);
}

/** Closed inputs post nothing, which says nothing of what they hold. */
const isClosed = (form: HTMLFormElement): boolean =>
  [...form.elements].some((control) => control.matches(':disabled:not(button)'));

const holds = (form: HTMLFormElement, target: EventTarget | null): boolean =>
  target instanceof Node && form.contains(target);

/** `randomUUID` is missing where a school has no https. */
function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
