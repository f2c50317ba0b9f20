'use client';

import { startTransition, useEffect, useReducer } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { lazyDialog } from '#components/ui/late.tsx';
import { runShortcut } from './shortcuts.ts';

const KeyList = lazyDialog(() => import('./shortcut-list.tsx').then((file) => file.ShortcutList));

/** Lets the keys of the page act, and lists them when asked. */
export function ShortcutHelp() {
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!runShortcut(event)) return;
      startTransition(ask);
      document.getElementById('keys')?.showPopover();
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
        popoverTarget="keys"
        aria-keyshortcuts="?"
        onClick={() => startTransition(ask)}
        className="-ms-3"
      >
        Keys on this page
      </Button>
      <Dialog id="keys" title="Keys on this page" leave="Close">
        {asked > 0 ? <KeyList key={asked} /> : null}
      </Dialog>
    </div>
  );
}
