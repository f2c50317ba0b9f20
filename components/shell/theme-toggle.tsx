'use client';

import { useLayoutEffect, useSyncExternalStore } from 'react';
import { Icon } from '#components/ui/icon.tsx';

const themes = [
  { value: 'system', icon: 'contrast', word: 'As the system' },
  { value: 'light', icon: 'sun', word: 'Light' },
  { value: 'dark', icon: 'moon', word: 'Dark' },
] as const;

const changed = 'surefoot:theme';

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function choose(theme: string) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be blocked: the choice is then lost with the page.
  }
  window.dispatchEvent(new Event(changed));
}

/** What `ThemeScript` does in a page that comes from the server. A script that React draws in the browser does not run. */
function applyStored(): void {
  const { dataset } = document.documentElement;
  if (dataset.theme) return;
  try {
    const stored = localStorage.getItem('theme');
    if (stored === 'light' || stored === 'dark') choose(stored);
  } catch {
    // Storage may be blocked: then no choice is stored.
  }
}

/** The theme switch: light, dark or system; stored on this device. */
export function ThemeToggle() {
  useLayoutEffect(applyStored, []);
  const now = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.theme ?? 'system',
    () => 'system',
  );
  return (
    <fieldset className="flex rounded-md border border-line-strong">
      <legend className="sr-only">Colours</legend>
      {themes.map(({ value, icon, word }) => (
        <label
          key={value}
          title={word}
          className="relative grid size-9 place-items-center rounded-md text-ink-soft transition-colors hover:text-ink has-checked:bg-accent-tint has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="theme"
            value={value}
            checked={now === value}
            onChange={() => choose(value)}
            className="absolute inset-0 size-full opacity-0"
          />
          <Icon name={icon} />
          <span className="sr-only">{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
