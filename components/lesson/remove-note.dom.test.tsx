import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FormState } from '#lib/form-state.ts';
import { RemoveNote } from './remove-note.tsx';

let root: Root;
let reply = (_state: FormState<null, never>): void => {};

const remove = (): Promise<FormState<null, never>> =>
  new Promise((resolve) => {
    reply = resolve;
  });

const draw = (isThere: boolean): Promise<void> =>
  act(async () =>
    root.render(
      <>
        <h1>Notes</h1>
        {isThere && <RemoveNote {...{ remove }} lesson="seeds" passage="why" title="Why" />}
      </>,
    ),
  );

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') ?? document.body);
  await draw(true);
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

async function pressRemove(): Promise<void> {
  const button = document.querySelector('button');
  button?.focus();
  await act(async () => button?.click());
}

test('the title gets the focus when the page without the note comes with the reply', async () => {
  await pressRemove();
  await draw(false);
  await nextFrame();
  expect(document.activeElement).toBe(document.querySelector('h1'));
});

test('the title gets the focus when the page without the note comes after the reply', async () => {
  await pressRemove();
  await act(async () => reply({ ok: true, value: null }));
  await draw(false);
  await nextFrame();
  expect(document.activeElement).toBe(document.querySelector('h1'));
});
