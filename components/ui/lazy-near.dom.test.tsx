import { Activity, act, type ReactNode, startTransition } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

type Lazy = typeof import('./lazy-near.ts');

let lazyNear: Lazy['lazyNear'];
let lazyPart: Lazy['lazyPart'];
let root: Root;
let place: HTMLElement;

beforeEach(async () => {
  // As with a new document, nothing has been pressed yet.
  vi.resetModules();
  ({ lazyNear, lazyPart } = await import('./lazy-near.ts'));
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<p id="far">Far below</p><div></div>';
  place = document.querySelector('div') ?? document.body;
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const Loaded = () => <p>Loaded</p>;

const passMs = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

/** A script that can be made to arrive, and counts how often it was asked for. */
function slowScript() {
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const script = {
    loads: 0,
    arrive: () => act(async () => arrive()),
    load: async () => {
      script.loads += 1;
      await arrived;
      return Loaded;
    },
  };
  return script;
}

/** A script that fails until it is mended. */
function brokenScript() {
  const script = {
    broken: true,
    load: async () => {
      if (script.broken) throw new TypeError('Failed to fetch');
      return Loaded;
    },
  };
  return script;
}

/** A page that the server has sent, with a part whose script is not there yet. */
async function openPage(Part: () => ReactNode): Promise<void> {
  const page = (Shown: () => ReactNode) => (
    <Activity>
      <Shown />
    </Activity>
  );
  place.innerHTML = renderToString(page(Loaded));
  await act(async () => {
    root = hydrateRoot(place, page(Part));
  });
}

/** Another page, opened by a link. */
async function follow(Part: () => ReactNode): Promise<void> {
  root = createRoot(place);
  await act(async () => root.render('The page before'));
  await act(async () =>
    startTransition(() =>
      root.render(
        <Activity>
          <Part />
        </Activity>,
      ),
    ),
  );
}

/** Opens a page with a part that waits. Gives the number of times that its script was asked for. */
async function show(): Promise<() => number> {
  let loads = 0;
  const Near = lazyNear<object>('#far', async () => {
    loads += 1;
    return Loaded;
  });
  await openPage(() => <Near />);
  return () => loads;
}

test('while the reader does nothing, the script waits', async () => {
  const loads = await show();
  expect([loads(), place.textContent]).toEqual([0, 'Loaded']);
});

// A page that is opened by any of these has parts like it.
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

test('a click before React comes to hydrate a part loads it', async () => {
  await act(async () => window.dispatchEvent(new Event('click')));
  const loads = await show();
  expect([loads(), place.textContent]).toEqual([1, 'Loaded']);
});

describe('a page that the server has sent', () => {
  test('stays as it is while the script does not arrive', async () => {
    const script = brokenScript();
    const Part = lazyPart<object>(script.load);
    await openPage(() => <Part />);
    await passMs(60_000);
    expect(place.textContent).toBe('Loaded');
  });
});

describe('a page that a link has opened', () => {
  const message = 'This part of the page has not loaded yet. Load again';

  test('is shown without the part when the script is slow, and with it when it arrives', async () => {
    const script = slowScript();
    const Part = lazyPart<object>(script.load);
    await follow(() => <Part />);
    expect(place.textContent).toBe('The page before');
    await passMs(2_000);
    expect(place.textContent).toBe(message);
    await script.arrive();
    expect([script.loads, place.textContent]).toEqual([1, 'Loaded']);
  });

  test('waits a moment, so that a part whose script arrives soon does not move the page', async () => {
    const script = slowScript();
    const Part = lazyPart<object>(script.load);
    await follow(() => <Part />);
    await passMs(500);
    await script.arrive();
    expect(place.textContent).toBe('Loaded');
  });

  test('does not wait until the reader comes near', async () => {
    const Near = lazyNear<object>('#far', async () => Loaded);
    await follow(() => <Near />);
    expect(place.textContent).toBe('Loaded');
  });

  test('asks again by itself for a script that failed', async () => {
    const script = brokenScript();
    const Part = lazyPart<object>(script.load);
    await follow(() => <Part />);
    await passMs(2_000);
    expect(place.textContent).toBe(message);
    script.broken = false;
    await passMs(3_000);
    expect(place.textContent).toBe('Loaded');
  });

  test('asks again at once when the button is pressed', async () => {
    const script = brokenScript();
    const Part = lazyPart<object>(script.load);
    await follow(() => <Part />);
    await passMs(2_000);
    script.broken = false;
    await act(async () => place.querySelector('button')?.click());
    expect(place.textContent).toBe('Loaded');
  });
});
