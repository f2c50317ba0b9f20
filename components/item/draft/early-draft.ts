import type { FormFields } from '#lib/item/item-type.ts';
import { sameFields } from '#lib/sitting/draft.ts';
import { copyOf } from './copy-of.ts';
import { dropCopy, keepCopy } from './draft-copies.ts';
import type { DraftAbout, DraftKeeper, Ears } from './draft-keeper.ts';
import { fieldsOf, isClosed } from './form-fields.ts';
import { listenToForm } from './listen-to-form.ts';
import { offlineWords } from './offline-words.ts';

/** What the keeper takes over. */
export interface Early {
  /** The page's name: a copy under it is this page's own. */
  readonly device: string;
  /** What the form held before anybody touched it. */
  readonly first: FormFields | null;
}

/** How soon to ask again for a script that did not come. */
const againMs = 3_000;

/**
 * Watches a form until the keeper is here, whose script is fetched when the form is first touched, and again until it
 * comes. What is typed meanwhile is kept on this device at once.
 */
export class EarlyDraft {
  readonly #about: DraftAbout;
  readonly #ears: Pick<Ears, 'show'>;
  readonly #take: (Keeper: typeof DraftKeeper, early: Early) => void;
  readonly #device = randomName();
  #first: FormFields | null = null;
  #isTyped = false;
  #isSafe = true;
  #isFetching = false;
  #isMissing = false;
  #isOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    about: DraftAbout,
    ears: Pick<Ears, 'show'>,
    take: (Keeper: typeof DraftKeeper, early: Early) => void,
  ) {
    this.#about = about;
    this.#ears = ears;
    this.#take = take;
  }

  /** `isTyped`: something was typed before this page's script ran. */
  attach(form: HTMLFormElement, isTyped: boolean): () => void {
    if (isTyped) this.#keep(form);
    const fetch = (): void => this.fetch();
    window.addEventListener('online', fetch);
    const detach = listenToForm(form, {
      touched: () => {
        this.#first ??= fieldsOf(form);
        this.fetch();
      },
      changed: () => {
        if (this.#first && !isClosed(form) && !sameFields(this.#first, fieldsOf(form))) this.#keep(form);
      },
      left: () => undefined,
    });
    return () => {
      this.#isOver = true;
      clearTimeout(this.#timer);
      window.removeEventListener('online', fetch);
      detach();
    };
  }

  fetch(): void {
    if (this.#isFetching) return;
    this.#isFetching = true;
    clearTimeout(this.#timer);
    import('./draft-keeper.ts').then(
      ({ DraftKeeper: Keeper }) => this.#take(Keeper, { device: this.#device, first: this.#first }),
      () => this.#missed(),
    );
  }

  /** Whether all that was typed is on this device. */
  isSafe(): boolean {
    return this.#isSafe;
  }

  /** It was checked: what was typed is in the answer. */
  forget(): void {
    dropCopy(this.#about.userId, this.#body({}));
  }

  #missed(): void {
    if (this.#isOver) return;
    this.#isFetching = false;
    this.#isMissing = true;
    this.#timer = setTimeout(() => this.fetch(), againMs);
    this.#show();
  }

  #show(): void {
    if (!this.#isTyped || !this.#isMissing) return;
    const words = this.#isSafe ? offlineWords.here : offlineWords.away;
    this.#ears.show({ line: 'offline', words, others: this.#about.state.otherDrafts });
  }

  #keep(form: HTMLFormElement): void {
    this.#isSafe = keepCopy(this.#about.userId, copyOf(form, this.#body(fieldsOf(form))));
    this.#isTyped = true;
    this.#show();
  }

  #body(fields: FormFields) {
    const { userId: _userId, state, ...about } = this.#about;
    return { ...about, device: this.#device, turn: 1, base: state.draftRevision, fields };
  }
}

/** `randomUUID` is missing where a school has no https. */
function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
