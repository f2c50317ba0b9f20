import { act, Component, type ReactNode, Suspense } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

test('a text that cannot be fetched is an error, and is asked for again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  reply = () => new Response('gone', { status: 404 });
  const show = (root: ReturnType<typeof createRoot>) =>
    act(async () =>
      root.render(
        <Errors>
          <Suspense>{text('gone')}</Suspense>
        </Errors>,
      ),
    );
  await show(createRoot(place));
  expect(place.textContent).toMatch(/could not be loaded \(status 404\)/);
  reply = () => Response.json(['<p>There</p>']);
  place.replaceChildren();
  const second = document.createElement('div');
  await show(createRoot(second));
  expect(second.textContent).toBe('There');
});

class Errors extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null };
  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }
  override render() {
    return this.state.message ?? this.props.children;
  }
}
