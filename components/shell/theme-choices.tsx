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

/** The choices of the theme switch, of which one is checked once the page is in the browser. */
export function ThemeChoices() {
  useLayoutEffect(applyStored, []);
  const now = useSyncExternalStore<string | null>(
    subscribe,
    () => document.documentElement.dataset.theme ?? 'system',
    () => null,
  );
  return (now === null ? [] : themes).map(({ value, icon, word }) => (
    <label key={value} title={word}>
      <input type="radio" name="theme" value={value} checked={now === value} onChange={() => choose(value)} />
      <Icon name={icon} />
      <span className="sr-only">{word}</span>
    </label>
  ));
}
