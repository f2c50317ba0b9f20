import { act, Suspense, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { StaticText } from './static-text.tsx';
import { keepStaticText } from './static-texts.ts';

let place: HTMLElement;
const asked: string[] = [];
let reply: () => Response;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.createElement('div');
  document.body.replaceChildren(place);
  asked.length = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return reply();
  });
});

afterEach(() => vi.unstubAllGlobals());

const text = (hash: string, section = 0) => <StaticText hash={hash} section={section} className="box" />;

test('a page that the server sent keeps its text, and nothing is fetched', async () => {
  keepStaticText('sent', ['<p>One</p>', '<p>Two</p>']);
  place.innerHTML = renderToString(text('sent', 1));
  expect(place.textContent).toBe('Two');
  // The browser does not have what the server keeps.
  keepStaticText('sent', []);
  const paragraph = place.querySelector('p');
  const root = await act(async () => hydrateRoot(place, text('sent', 1)));
  await act(async () => root.render(text('sent', 1)));
  expect(place.querySelector('p')).toBe(paragraph);
  expect(asked).toEqual([]);
});

test('after a navigation the sections of a text are fetched once', async () => {
  reply = () => Response.json(['<p>One</p>', '<p>Two</p>']);
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <Suspense fallback="waiting">
        {text('fetched', 0)}
        {text('fetched', 1)}
      </Suspense>,
    ),
  );
  expect(place.textContent).toBe('OneTwo');
  expect(asked).toEqual(['/texts/fetched']);
});

test('a text that was on the page before is not fetched when it is shown again', async () => {
  place.innerHTML = '<div class="box"><p>Seen</p></div>';
  const root = await act(async () => hydrateRoot(place, text('seen')));
  await act(async () => root.render(<p>another page</p>));
  await act(async () => root.render(text('seen')));
  expect(place.textContent).toBe('Seen');
  expect(asked).toEqual([]);
});

test('a text that cannot be fetched leaves the rest of the page, and comes when it is asked for again', async () => {
  reply = () => new Response('busy', { status: 503 });
  const root = createRoot(place);
  // As the router does: a navigation is a transition, which shows nothing before everything in it is there.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await act(async () => root.render('before'));
  await act(async () =>
    startTransition(() =>
      root.render(
        <>
          {text('busy', 0)}
          {text('busy', 1)}
          <p>The rest</p>
        </>,
      ),
    ),
  );
  expect(place.textContent).toBe('before');
  await act(async () => vi.advanceTimersByTimeAsync(1_500));
  // Both sections of the text are missing; the style of the page shows one message among neighbours.
  const message = 'This part of the page has not loaded yet. Load again';
  expect(place.textContent).toBe(`${message}${message}The rest`);
  reply = () => Response.json(['<p>One</p>', '<p>Two</p>']);
  await act(async () => place.querySelector('button')?.click());
  expect(place.textContent).toBe('OneTwoThe rest');
});

test('a text that has changed since its page was asked for says so', async () => {
  reply = () => Response.json(['<p>This text has changed.</p>'], { status: 404 });
  await act(async () => createRoot(place).render(<Suspense>{text('gone')}</Suspense>));
  expect(place.textContent).toBe('This text has changed.');
});
