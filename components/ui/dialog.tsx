import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export interface DialogProps {
  /** A button opens it with `popoverTarget={id}`. */
  id: string;
  title: ReactNode;
  children: ReactNode;
  /** The buttons of the dialog, beside the one that closes it. */
  actions?: ReactNode;
  leave?: ReactNode;
}

/** A dialog that opens and closes without a script; Escape or a click outside closes it. */
export function Dialog({ id, title, children, actions, leave = 'Cancel' }: DialogProps) {
  return (
    <dialog id={id} popover="auto" aria-labelledby={`${id}-title`} className="dialog">
      <h2 id={`${id}-title`} className="text-xl">
        {title}
      </h2>
      <div className="mt-3">{children}</div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button kind="quiet" type="button" popoverTarget={id} popoverTargetAction="hide">
          {leave}
        </Button>
        {actions}
      </div>
    </dialog>
  );
}
