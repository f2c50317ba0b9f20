'use client';

import { Activity, useEffect, useRef } from 'react';
import { lazyTouched } from '#components/ui/lazy-near.ts';

const ShortcutHelp = lazyTouched(() => import('./shortcut-help.tsx').then((file) => file.ShortcutHelp));

/** The keyboard shortcuts of a page. Their script loads with the first key or press; the keys until then still count. */
export function NearShortcutHelp() {
  const earlyKeys = useRef<KeyboardEvent[] | null>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      earlyKeys.current?.push(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Activity>
      <ShortcutHelp earlyKeys={earlyKeys} />
    </Activity>
  );
}
