import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ThemeChoices } from './theme-choices.tsx';

let root: Root;
const { dataset } = document.documentElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  delete dataset.theme;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const show = () => act(async () => root.render(<ThemeChoices />));
const chosen = () => document.querySelector<HTMLInputElement>('input:checked')?.value;

test('a page that a script draws, such as that of a wrong address, has the chosen colours', async () => {
  localStorage.setItem('theme', 'light');
  await show();
  expect([dataset.theme, chosen()]).toEqual(['light', 'light']);
});

test.each([null, 'sepia'])('with %s stored, it has those of the system', async (stored) => {
  if (stored !== null) localStorage.setItem('theme', stored);
  await show();
  expect([dataset.theme, chosen()]).toEqual([undefined, 'system']);
});
