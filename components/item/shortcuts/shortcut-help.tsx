'use client';

import { startTransition, useEffect, useReducer } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { lazyWithFallback } from '#components/ui/lazy-with-fallback.tsx';
import { runShortcut } from './shortcuts.ts';

const ShortcutList = lazyWithFallback(() => import('./shortcut-list.tsx').then((file) => file.ShortcutList));

/** Handles the page’s keyboard shortcuts, and lists them in a dialog. */
export function ShortcutHelp() {
  const [timesOpened, countOpening] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!runShortcut(event)) return;
      startTransition(countOpening);
      document.getElementById('shortcuts')?.showPopover();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="needs-script no-print mt-8 pointer-coarse:hidden">
      <Button
        kind="bare"
        size="small"
        type="button"
        popoverTarget="shortcuts"
        aria-keyshortcuts="?"
        onClick={() => startTransition(countOpening)}
        className="-ms-3"
      >
        Keyboard shortcuts
      </Button>
      <Dialog id="shortcuts" title="Keyboard shortcuts" leave="Close">
        {timesOpened > 0 ? <ShortcutList key={timesOpened} /> : null}
      </Dialog>
    </div>
  );
}
