import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftView } from './draft-client.ts';
import { DraftStatus } from './draft-status.tsx';

let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.body.querySelector('div') ?? document.body);
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

/** Shows the state of a draft, and gives what is spoken of it. */
async function spokenAt(status: DraftView['status'], message: string): Promise<string | undefined> {
  await act(async () =>
    root.render(
      <DraftStatus draft={{ status, message, conflicts: [] }} pending={false} signInHref="/signin" />,
    ),
  );
  return document.querySelector('[role=status]')?.textContent;
}

test('what is spoken changes with what is shown, but not while saving', async () => {
  expect(await spokenAt('offline', 'Not saved yet: no connection.')).toBe('Not saved yet: no connection.');
  expect(await spokenAt('saving', 'Saving…')).toBe('Not saved yet: no connection.');
  expect(await spokenAt('saved', 'Saved')).toBe('Saved');
});

test('after an answer nothing is said of the draft before it', async () => {
  await spokenAt('offline', 'Not saved yet: no connection.');
  expect(await spokenAt('unchanged', '')).toBe('');
});
