import { act, Component, type ReactNode, startTransition, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FormState } from '#lib/form-state.ts';
import { useForm } from './use-form.ts';

type Reply = FormState<string, 'refused'>;

let root: Root;
let place: HTMLElement;
/** What the server was sent, and how each request is answered. */
let requests: ((reply: Reply | Promise<Reply>) => void)[] = [];
let open = (_page: string): void => {};

const action = (): Promise<Reply> =>
  new Promise((resolve) => {
    requests.push(resolve);
  });

function Form() {
  const { state, pending, form } = useForm(action);
  return (
    <form {...form}>
      <button type="submit">{pending ? 'Checking' : 'Check'}</button>
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
  root = createRoot(place);
  await act(async () => root.render(<Site />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const click = (): void => place.querySelector('button')?.click();
const answer = (reply: Reply): Promise<void> => act(async () => requests[0]?.(reply));

test('another page opens while an answer is on its way, and the answer is kept', async () => {
  await act(async () => click());
  expect(place.textContent).toBe('firstChecking');
  await act(async () => open('second'));
  expect(place.textContent).toBe('secondChecking');
  await answer({ ok: true, value: 'Right' });
  expect(place.textContent).toBe('secondCheckRight');
});

test('three clicks in one task send the form once', async () => {
  await act(async () => {
    click();
    click();
    click();
  });
  expect(requests).toHaveLength(1);
  await answer({ ok: true, value: 'Right' });
  await act(async () => click());
  expect(requests).toHaveLength(2);
});

test('a bug on the server reaches the page that shows errors', async () => {
  const bug = Object.assign(new Error('A bug'), { digest: '1234' });
  await act(async () => root.unmount());
  root = createRoot(place, { onCaughtError: () => undefined });
  await act(async () =>
    root.render(
      <Catching>
        <Form />
      </Catching>,
    ),
  );
  await act(async () => click());
  await act(async () => requests[0]?.(Promise.reject(bug)));
  expect(place.textContent).toBe('Error 1234');
});
