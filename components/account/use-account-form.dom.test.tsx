import { act, Component, type ReactNode, startTransition, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FormState } from '#lib/form-state.ts';
import { useAccountForm } from './use-account-form.ts';

type Reply = FormState<string, 'refused'>;

let root: Root;
let place: HTMLElement;
let requests: ((reply: Reply | Promise<Reply>) => void)[] = [];
let open = (_page: string): void => {};

const action = (): Promise<Reply> =>
  new Promise((resolve) => {
    requests.push(resolve);
  });

function Form() {
  const { state, pending, form } = useAccountForm(action);
  return (
    <form {...form}>
      <button type="submit">{pending ? 'Saving' : 'Save'}</button>
      {state?.ok ? state.value : ''}
    </form>
  );
}

/** A page and its address, which the router changes in a transition. */
function Site() {
  const [page, setPage] = useState('first');
  open = (other) => startTransition(() => setPage(other));
  return (
    <>
      <h1>{page}</h1>
      <Form />
    </>
  );
}

class Catching extends Component<{ children: ReactNode }> {
  override state = { shown: '' };
  static getDerivedStateFromError({ digest }: { digest: string }) {
    return { shown: `Error ${digest}` };
  }
  override render() {
    return this.state.shown || this.props.children;
  }
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  requests = [];
  document.body.innerHTML = '<div></div>';
  place = document.querySelector('div') ?? document.body;
  root = createRoot(place, { onCaughtError: () => undefined });
  await act(async () =>
    root.render(
      <Catching>
        <Site />
      </Catching>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const click = (): void => place.querySelector('button')?.click();

test('a link opens its page at once while the form is on its way, and the answer is shown', async () => {
  await act(async () => click());
  expect(place.textContent).toBe('firstSaving');
  await act(async () => open('second'));
  expect(place.textContent).toBe('secondSaving');
  await act(async () => requests[0]?.({ ok: true, value: 'Saved' }));
  expect(place.textContent).toBe('secondSaveSaved');
});

test('two clicks in one task send the form once, and it can be sent again after its answer', async () => {
  await act(async () => {
    click();
    click();
  });
  expect(requests).toHaveLength(1);
  await act(async () => requests[0]?.({ ok: false, reason: 'refused' }));
  await act(async () => click());
  expect(requests).toHaveLength(2);
});

test('a bug on the server reaches the page that shows errors', async () => {
  await act(async () => click());
  await act(async () => requests[0]?.(Promise.reject(Object.assign(new Error('A bug'), { digest: '1234' }))));
  expect(place.textContent).toBe('Error 1234');
});
