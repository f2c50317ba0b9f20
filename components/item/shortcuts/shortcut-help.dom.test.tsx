import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { ShortcutHelp } from './shortcut-help.tsx';

/** A question with two options; returns what was sent. */
function question(): string[] {
  const sent: string[] = [];
  document.body.innerHTML = `<article data-item><form>
    <input type="radio" name="option" value="a" data-shortcut="1">
    <input type="radio" name="option" value="b" data-shortcut="2"><button>Check</button></form></article>`;
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push(document.querySelector<HTMLInputElement>(':checked')?.value ?? '');
  });
  return sent;
}

const pressed = (...keys: string[]): KeyboardEvent[] =>
  keys.map((key) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true });
    document.body.dispatchEvent(event);
    return event;
  });

test.each([
  { keys: ['2', 'Enter'], sent: ['b'], why: 'a digit and Enter choose and check' },
  { keys: ['2', '1', 'Enter'], sent: ['a'], why: 'the last digit counts' },
  { keys: ['Enter'], sent: [], why: 'Enter alone was for the browser' },
])('keys pressed before the script is there: $why', async ({ keys, sent }) => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  // The page of the test has no layout.
  Element.prototype.checkVisibility = () => true;
  const answers = question();
  const earlyKeys = { current: pressed(...keys) };
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(() => root.render(<ShortcutHelp earlyKeys={earlyKeys} />));
  expect(answers).toEqual(sent);
  expect(earlyKeys.current).toBeNull();
  await act(() => root.unmount());
});
