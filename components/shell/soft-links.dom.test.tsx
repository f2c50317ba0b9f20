import { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types.js';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { act, type ComponentProps } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SoftLinks } from './soft-links.tsx';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

let root: Root;
const pushed: string[] = [];
const nothing = (): void => undefined;
const router: Router = {
  bfcacheId: '',
  ...{ back: nothing, forward: nothing, refresh: nothing, replace: nothing, prefetch: nothing },
  push: (address) => {
    pushed.push(address);
  },
};

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  pushed.length = 0;
  document.body.innerHTML = '<div></div><a data-soft href="/today">Today</a>';
  root = createRoot(document.body.querySelector('div') ?? document.body);
  await act(async () =>
    root.render(
      <AppRouterContext.Provider value={router}>
        <SoftLinks prefetchKind={PrefetchKind.FULL} />
      </AppRouterContext.Provider>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const send = (event: Event): boolean => document.querySelector('a')?.dispatchEvent(event) ?? false;

test('a click does not wait for the script that fetches pages ahead', () => {
  send(new Event('pointerover', { bubbles: true }));
  const isLeftToBrowser = send(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(isLeftToBrowser).toBe(false);
  expect(pushed).toEqual(['/today']);
});

test('a click is followed although React stops it, as it does on what it has not hydrated', () => {
  const stop = (event: Event): void => event.stopPropagation();
  document.addEventListener('click', stop, { capture: true });
  const isLeftToBrowser = send(new MouseEvent('click', { bubbles: true, cancelable: true }));
  document.removeEventListener('click', stop, { capture: true });
  expect(isLeftToBrowser).toBe(false);
  expect(pushed).toEqual(['/today']);
});
