import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { vi } from 'vitest';
import { ItemForm } from '#components/item/form/item-form.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { ItemView } from '#lib/item/registry.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { DraftReply, DraftRequest } from '#lib/sitting/draft-request.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ItemState, ServedItem } from '#lib/sitting/served-item.ts';

export type AskedItem = ItemView & { readonly state?: Partial<ItemState> };

/** What the server keeps of drafts: every save that reached it, and how it answers the next ones. */
export interface DraftServer {
  readonly saves: DraftRequest[];
  /** No connection: nothing reaches it. */
  isReachable: boolean;
}

const stepMs = 50;

const newState: ItemState = {
  used: 0,
  idempotencyKey: 'key-1',
  left: 3,
  settled: false,
  solved: false,
  timeOver: false,
  answer: null,
  draft: null,
  draftRevision: 0,
  otherDrafts: [],
  outcome: null,
  hints: [],
  hintsLeft: 0,
  hintPrice: 1,
  pays: [4, 2, 1],
  solution: null,
  passage: null,
  points: 0,
  deadline: null,
};

export function served({ state, ...view }: AskedItem): ServedItem {
  return {
    ...view,
    id: 'item-1',
    version: 'v1',
    level: 'easy',
    prompt: ['A question'],
    worth: 4,
    state: { ...newState, ...state },
  };
}

/** Answers `/api/drafts` as the server does for a person who is signed in. */
export function draftServer(): DraftServer {
  const server: DraftServer = { saves: [], isReachable: true };
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: Blob }) => {
    if (!server.isReachable) throw new TypeError('Failed to fetch');
    server.saves.push(JSON.parse(await body.text()));
    const reply: DraftReply = {
      ok: true,
      value: { draft: null, draftRevision: server.saves.length, otherDrafts: [], isNews: true },
    };
    return Response.json(reply);
  });
  return server;
}

/** A page that asks one question of somebody who is signed in, taken over by its scripts. */
export class QuestionPage {
  readonly #root: Root;
  readonly #place = document.createElement('div');

  constructor() {
    document.body.append(this.#place);
    this.#root = createRoot(this.#place);
  }

  /** Draws the question as it is served now, to a visitor where `userId` is null, and waits for the scripts of its kind. */
  async show(
    item: AskedItem,
    action: FormAction<SubmitReply, SubmitRefusal> = async () => null,
    userId: string | null = 'ada',
  ): Promise<void> {
    await settled(() =>
      this.#root.render(
        <ItemForm
          item={served(item)}
          address={{ lessonId: 'lesson-1', activity: 'practice', ordinal: 2 }}
          action={action}
          hintAction={async () => null}
          signedIn={userId !== null}
          userId={userId}
          signInHref="/signin"
        />,
      ),
    );
  }

  close(): void {
    this.#root.unmount();
    this.#place.remove();
  }

  get form(): HTMLFormElement {
    const form = this.#place.querySelector('form');
    if (!form) throw new Error('The page has no form');
    return form;
  }

  /** What is spoken of the saving, '' before there is anything to say. */
  get savingLine(): string {
    const lines = [...this.form.querySelectorAll('[role=status]')].map((line) => line.textContent.trim());
    return lines.find((line) => /^(Saved|Not saved|Saving)/.test(line)) ?? '';
  }

  /** The button with this name, which is its label or what is written on it beside signs for the eye. */
  button(name: string): HTMLButtonElement {
    const found = [...this.#place.querySelectorAll('button')].find((button) => nameOf(button) === name);
    if (!found) throw new Error(`There is no button «${name}»`);
    return found;
  }

  has(name: string): boolean {
    return [...this.#place.querySelectorAll('button')].some((button) => nameOf(button) === name);
  }

  /** As a finger does it: what is touched first is touched, then pressed. */
  async press(control: HTMLElement): Promise<void> {
    await settled(() => {
      control.dispatchEvent(new Event('pointerdown', { bubbles: true }));
      control.focus();
      control.click();
    });
  }

  async type(box: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    await settled(() => {
      box.focus();
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  /** Lets time pass, by the test's own clock, until something holds; at most half a minute. */
  async until(holds: () => boolean): Promise<void> {
    for (let passedMs = 0; passedMs < 30_000 && !holds(); passedMs += stepMs)
      await vi.advanceTimersByTimeAsync(stepMs);
    if (!holds()) throw new Error(`Within half a minute it did not come true: ${holds}`);
  }
}

/** Until React has drawn what came of it, with the scripts that it asked for on the way. */
async function settled(work: () => void): Promise<void> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  await act(async () => work());
  // What came first may ask for more: the form for its fields, a touched form for what saves it.
  for (const _ of ['fields', 'saving']) await act(() => vi.dynamicImportSettled());
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false);
}

function nameOf(button: HTMLButtonElement): string {
  const copy = button.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const drawn of copy.querySelectorAll('[aria-hidden=true]')) drawn.remove();
  return (button.getAttribute('aria-label') ?? copy.textContent).replace(/\s+/g, ' ').trim();
}

/** How many saves are kept in this browser because the server has not taken them. */
export const keptHere = (): number =>
  Object.keys(localStorage).filter((name) => name.startsWith('surefoot.draft/')).length;
