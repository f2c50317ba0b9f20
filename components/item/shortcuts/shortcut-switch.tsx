'use client';

import { useSyncExternalStore } from 'react';
import { listenForShortcuts, setShortcuts, shortcutsAreOn } from './shortcuts.ts';

/** Turns single-key shortcuts on or off for this device: speech input can trigger them by accident. */
export function ShortcutSwitch() {
  const on = useSyncExternalStore(listenForShortcuts, shortcutsAreOn, () => true);
  return (
    <label className="needs-script flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => setShortcuts(target.checked)}
        className="size-6 shrink-0"
      />
      Use single-key shortcuts on this device
    </label>
  );
}
