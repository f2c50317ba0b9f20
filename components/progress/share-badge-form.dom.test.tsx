import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShareBadgeForm } from './share-badge-form.tsx';

let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.querySelector('div') ?? document.body);
});
afterEach(() => act(() => root.unmount()));

const press = (name: string) =>
  act(async () => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
  });
const shown = (): string | null => document.querySelector('a')?.getAttribute('href') ?? null;
const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);

test('the replies say whether there is a link, though the router shows no new page', async () => {
  let made = 0;
  await act(async () =>
    root.render(
      <ShareBadgeForm
        badgeId="seeds"
        name="A. L."
        link={null}
        share={async () => ({ ok: true, value: `https://school.example/badges/shared/${++made}` })}
        withdraw={async () => ({ ok: true, value: null })}
      />,
    ),
  );
  expect(shown()).toBeNull();
  await press('Make a link');
  expect(shown()).toBe('https://school.example/badges/shared/1');
  expect(buttons()).toEqual(['Save the name', 'Withdraw the link']);
  await press('Withdraw the link');
  expect(shown()).toBeNull();
  await press('Make a link');
  expect(shown()).toBe('https://school.example/badges/shared/2');
});

test('a refusal leaves the link as it was, and says why', async () => {
  await act(async () =>
    root.render(
      <ShareBadgeForm
        badgeId="seeds"
        name="A. L."
        link={null}
        share={async () => ({ ok: false, reason: 'not-earned' })}
        withdraw={async () => ({ ok: true, value: null })}
      />,
    ),
  );
  await press('Make a link');
  expect(shown()).toBeNull();
  expect(document.body.textContent).toContain('You have not earned this badge.');
});
