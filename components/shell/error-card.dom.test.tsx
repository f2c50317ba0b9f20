import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorCard } from './error-card.tsx';

let root: Root;
const done: string[] = [];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  done.length = 0;
  vi.spyOn(window.location, 'reload').mockImplementation(() => void done.push('reload'));
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.body.querySelector('div') ?? document.body);
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  { why: 'an error of the server is tried again in place', digest: '1234', does: 'retry' },
  // The framework remembers that a script failed, and would fail again without asking for it.
  { why: 'after an error in the browser, such as a missing script, the page is loaded', does: 'reload' },
])('$why', async ({ digest, does }) => {
  await act(async () => root.render(<ErrorCard digest={digest} retry={() => done.push('retry')} />));
  await act(async () => document.querySelector('button')?.click());
  expect(done).toEqual([does]);
});
