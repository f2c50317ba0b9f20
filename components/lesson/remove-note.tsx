'use client';

import { useEffect, useRef } from 'react';
import { useAccountForm } from '#components/account/use-account-form.ts';
import { Button } from '#components/ui/button.tsx';
import type { FormAction } from '#lib/form-state.ts';

export interface RemoveNoteProps {
  remove: FormAction<unknown, never>;
  lesson: string;
  passage: string;
  /** The title of its passage, for screen readers. */
  title: string;
}

export function RemoveNote({ remove, lesson, passage, title }: RemoveNoteProps) {
  const { state, pending, form } = useAccountForm(remove);
  // The page without the note may come after the reply to the form.
  useFocusOnTitle(pending || state?.ok === true);
  return (
    <form {...form}>
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="passage" value={passage} />
      <Button kind="bare" size="small" pending={pending}>
        Remove<span className="sr-only"> the note on {title}</span>
      </Button>
    </form>
  );
}

/** Focuses the title of the page when the note goes, and with it the button that had the focus. */
function useFocusOnTitle(isGoing: boolean): void {
  const isRemoving = useRef(false);
  useEffect(() => {
    isRemoving.current = isGoing;
  }, [isGoing]);
  useEffect(
    () => () => {
      if (isRemoving.current) requestAnimationFrame(focusTitle);
    },
    [],
  );
}

function focusTitle(): void {
  const title = document.querySelector('h1');
  if (!title || document.activeElement !== document.body) return;
  title.tabIndex = -1;
  title.focus();
}
