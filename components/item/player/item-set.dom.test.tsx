import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { served } from '#components/item/testing/question-page.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { ItemView } from '#lib/item/registry.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { ItemState, ServedItem } from '#lib/sitting/served-item.ts';
import { ItemSet } from './item-set.tsx';

const options = ['a', 'b'].map((id) => ({ id, label: [`option ${id}`] }));
const choice = { type: 'choice', view: { many: false, scoring: 'cancel', options } } as const;
const settled: Partial<ItemState> = { used: 1, solved: true, settled: true, answer: { options: ['a'] } };
const outcome = { score: 1, correct: true, parts: {}, notes: {} };

let root: Root;
let place: HTMLDivElement;

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  history.replaceState(null, '', '/');
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(async () => {
  await act(() => root.unmount());
  place.remove();
});

function item(id: string, view: ItemView = choice, state: Partial<ItemState> = {}): ServedItem {
  return { ...served({ ...view, state: { idempotencyKey: `${id}/1`, ...state } }), id };
}

type Act = FormAction<SubmitReply, never>;

async function show(items: readonly ServedItem[], { action, hint }: { action?: Act; hint?: Act } = {}) {
  const none: Act = async () => null;
  await act(() =>
    root.render(
      <>
        <ItemSet
          items={items.map((one) => ({
            itemJson: JSON.stringify(one),
            promptHash: undefined,
            signedIn: true,
          }))}
          end="end"
          address={{ lessonId: 'lesson-1', activity: 'practice', ordinal: 1 }}
          action={action ?? none}
          hintAction={hint ?? none}
          signInHref="/signin"
        />
        <h2 id="end">How it went</h2>
      </>,
    ),
  );
  await ready();
}

const ready = async () => {
  for (const _ of ['fields', 'saving']) await act(() => vi.dynamicImportSettled());
};

/** Goes where a link leads; the test's browser follows no links. */
async function follow(link: Element | null) {
  const href = link?.getAttribute('href') ?? '';
  await act(() => {
    history.replaceState(null, '', `/${href}`);
    window.dispatchEvent(new Event('hashchange'));
  });
}

const current = () => place.querySelector('[data-current]');
const currentId = () => current()?.querySelector('article')?.id;
const onward = () => current()?.querySelector('[data-go]') ?? null;

/** A server that takes every answer as right. */
const takes =
  (items: readonly ServedItem[]): Act =>
  async (_before, form) => {
    const asked = items.find(({ id }) => id === form.get('item'));
    if (!asked) throw new Error('The form names no item');
    const state = { ...asked.state, ...settled, outcome };
    const value: SubmitReply = {
      kind: 'recorded',
      item: { ...asked, state },
      gained: 4,
      totals: null,
      badge: null,
      sitting: null,
      progress: null,
    };
    return { ok: true, value };
  };

async function press(name: string) {
  const button = [...(current()?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent === name,
  );
  if (!button) throw new Error(`There is no button «${name}»`);
  await act(async () => {
    button.focus();
    // This DOM knows no form but the one around a button.
    const named = document.getElementById(button.getAttribute('form') ?? '');
    if (named) named.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    else button.click();
  });
  await ready();
}

test('all questions are in the page, and the first that is open is the current one', async () => {
  await show([item('one', choice, settled), item('two'), item('three')]);
  expect(place.querySelectorAll('article')).toHaveLength(3);
  expect(place.querySelectorAll('[data-current]')).toHaveLength(1);
  expect(currentId()).toBe('two');
  expect(current()?.querySelector('h2')?.textContent).toBe('Question 2 of 3');
});

test('Check becomes Continue in the same row, which leads to the heading of the next question', async () => {
  const items = [item('one'), item('two')];
  await show(items, { action: takes(items) });
  expect(onward()?.textContent).toBe('Skip');
  const row = onward()?.parentElement;
  await press('Check');
  expect(onward()?.textContent).toBe('Continue');
  expect(onward()?.parentElement).toBe(row);
  expect(row?.textContent).not.toContain('Check');
  expect(row?.querySelector('[role=status]')?.textContent).toMatch(/^Right/);
  await follow(onward());
  expect(currentId()).toBe('two');
  expect(document.activeElement?.textContent).toBe('Question 2 of 2');
  expect(place.querySelector('.set-line [href="#one"]')?.getAttribute('data-result')).toBe('right');
});

test('Skip leads on and Back leads back; after the last one the end has the focus', async () => {
  await show([item('one'), item('two')]);
  expect(place.querySelector('[data-go=back]')?.hasAttribute('href')).toBe(false);
  await follow(onward());
  expect(currentId()).toBe('two');
  await follow(place.querySelector('[data-go=back]'));
  expect(currentId()).toBe('one');
  await follow(onward());
  await follow(onward());
  expect(current()).toBeNull();
  expect(place.querySelector('.item-set')?.hasAttribute('data-done')).toBe(true);
  expect(document.activeElement?.id).toBe('end');
});

test('the address of a question, or of a part of it, opens it', async () => {
  history.replaceState(null, '', '/#three-feedback');
  await show([item('one'), item('two'), item('three')]);
  expect(currentId()).toBe('three');
});

test('a set whose questions are all answered opens at its end, and a link to a question opens that', async () => {
  await show([item('one', choice, settled), item('two', choice, settled)]);
  expect(current()).toBeNull();
  await follow(place.querySelector('.set-line [href="#one"]'));
  expect(currentId()).toBe('one');
});

const asCard = { type: 'card', view: {} } as const;
const rated: Partial<ItemState> = { used: 1, hints: [['the back']], answer: { rating: 'again' } };

test('a turned card has the focus, and the ratings come next', async () => {
  const front = item('card', asCard, { hintsLeft: 1 });
  const turned = { ...front, state: { ...front.state, hintsLeft: 0, hints: [['the back']] } };
  const hint: Act = async () => ({
    ok: true,
    value: {
      kind: 'recorded',
      item: turned,
      gained: 0,
      totals: null,
      badge: null,
      sitting: null,
      progress: null,
    },
  });
  await show([front], { hint });
  await press('Turn the card');
  const back = document.activeElement;
  expect(back?.textContent).toContain('the back');
  expect(back?.querySelectorAll('button[name=rating]')).toHaveLength(4);
});

/** A server that records ratings, and what it was sent. */
function ratingServer(items: readonly ServedItem[]) {
  const sent: string[] = [];
  const action: Act = async (before, form) => {
    sent.push(`${form.get('item')}: ${form.get('rating')}`);
    const reply = await takes(items)(before, form);
    const rating = `${form.get('rating')}`;
    if (!reply?.ok || reply.value.kind !== 'recorded' || rating !== 'again') return reply;
    const { state } = reply.value.item;
    const again: ServedItem = {
      ...reply.value.item,
      state: { ...state, solved: false, settled: false, answer: { rating }, idempotencyKey: 'card/2' },
    };
    return { ok: true, value: { ...reply.value, item: again } };
  };
  return { sent, action };
}

async function rate(word: string) {
  const button = [...(current()?.querySelectorAll<HTMLElement>('button[name=rating]') ?? [])].find(
    ({ textContent }) => textContent?.startsWith(word),
  );
  await act(async () => button?.click());
}

/** Presses what leads on, as a mouse does, and goes where it leads. */
async function goOn() {
  const link = onward();
  await act(async () => {
    link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
  await follow(link);
  await ready();
}

const turnedCard = (id: string) => item(id, asCard, { hints: [['the back']] });

test('a rating waits until its card is left, and another can take its place', async () => {
  const items = [turnedCard('card'), item('two')];
  const { sent, action } = ratingServer(items);
  await show(items, { action });
  expect(onward()?.textContent).toBe('Skip');
  await rate('Easy');
  expect(onward()?.textContent).toBe('Continue');
  expect(document.activeElement?.textContent).toMatch(/^Easy\. It counts when you go on/);
  await rate('Hard');
  expect(current()?.querySelector('[aria-pressed=true]')?.textContent).toMatch(/^Hard/);
  expect(sent).toEqual([]);
  await goOn();
  expect(sent).toEqual(['card: hard']);
  expect(currentId()).toBe('two');
});

test('the only card that is left returns face up when it was rated Again', async () => {
  const items = [turnedCard('card'), item('two', choice, settled)];
  const { sent, action } = ratingServer(items);
  await show(items, { action });
  await rate('Again');
  expect(onward()?.getAttribute('href')).toBe('#card');
  await goOn();
  expect(sent).toEqual(['card: again']);
  expect(currentId()).toBe('card');
  expect(current()?.textContent).not.toContain('the back');
});

test('a card that was rated Again returns face up', async () => {
  const again = item('card', asCard, rated);
  await show([again, item('two', choice, settled)]);
  expect(current()?.textContent).toContain('the back');
  await follow(place.querySelector('.set-line [href="#two"]'));
  expect(onward()?.getAttribute('href')).toBe('#card');
  await follow(onward());
  expect(current()?.textContent).not.toContain('the back');
  await press('Turn the card');
  expect(document.activeElement?.textContent).toContain('the back');
});
