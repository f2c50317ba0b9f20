import { type RefObject, startTransition, useEffect, useReducer } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { runShortcut } from './shortcuts.ts';
import { shortcutsAnchor } from './shortcuts-anchor.ts';

const ShortcutList = lazyPart(() => import('./shortcut-list.tsx').then((file) => file.ShortcutList));

export interface ShortcutHelpProps {
  /** The keys that were pressed while this script was loading; null once they were handled. */
  earlyKeys: RefObject<KeyboardEvent[] | null>;
}

/** Handles the page’s keyboard shortcuts, and lists them in a dialog. */
export function ShortcutHelp({ earlyKeys }: ShortcutHelpProps) {
  const [timesOpened, countOpening] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!runShortcut(event)) return;
      startTransition(countOpening);
      document.getElementById('shortcuts')?.showPopover();
    };
    const [first, ...later] = earlyKeys.current ?? [];
    earlyKeys.current = null;
    // The browser itself has handled Enter.
    if (first && first.key !== 'Enter') onKey(first);
    document.addEventListener('keydown', onKey);
    // Those that nothing had the focus for go where the first has put it: 1, then Enter.
    for (const { key, target } of later)
      if (target === document.body)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    return () => document.removeEventListener('keydown', onKey);
  }, [earlyKeys]);
  return (
    <div id={shortcutsAnchor} className="needs-script no-print mt-8 pointer-coarse:hidden">
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
