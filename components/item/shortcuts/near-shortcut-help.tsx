'use client';

import { Activity, useEffect, useRef } from 'react';
import { lazyNear } from '#components/ui/lazy-near.ts';
import { shortcutsAnchor } from './shortcuts-anchor.ts';

const ShortcutHelp = lazyNear(`#${shortcutsAnchor}`, () =>
  import('./shortcut-help.tsx').then((file) => file.ShortcutHelp),
);

/** The keyboard shortcuts of a page. Their script loads with the first key or press, and that key still counts. */
export function NearShortcutHelp() {
  const firstKey = useRef<KeyboardEvent>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      firstKey.current = event;
    };
    document.addEventListener('keydown', onKey, { once: true });
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Activity>
      <ShortcutHelp firstKey={firstKey} />
    </Activity>
  );
}
