import { Activity, act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lazyNear } from './lazy-near.ts';

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<p id="far">Far below</p><div></div>';
  place = document.querySelector('div') ?? document.body;
  root = createRoot(place);
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

/** Shows a part of the page that waits. Gives the number of times that its script was asked for. */
async function show(): Promise<() => number> {
  let loads = 0;
  const Near = lazyNear<object>('#far', async () => {
    loads += 1;
    return () => 'Loaded';
  });
  await act(async () =>
    root.render(
      <Activity>
        <Near />
      </Activity>,
    ),
  );
  return () => loads;
}

test('while the reader does nothing, the script waits', async () => {
  const loads = await show();
  expect([loads(), place.textContent]).toEqual([0, '']);
});

// A page that is opened by any of these has the same parts, and is shown once they are there.
test.each([
  { why: 'a press', event: new Event('pointerdown') },
  { why: 'a key', event: new Event('keydown') },
  { why: 'a focus', event: new Event('focusin') },
  { why: 'a click without a press, as assistive technology sends it', event: new Event('click') },
  { why: 'Back or Forward of the browser', event: new Event('popstate') },
])('$why loads it', async ({ event }) => {
  const loads = await show();
  await act(async () => window.dispatchEvent(event));
  expect([loads(), place.textContent]).toEqual([1, 'Loaded']);
});
