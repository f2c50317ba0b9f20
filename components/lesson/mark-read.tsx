'use client';

import { useEffect } from 'react';
import { ReloadLink } from '#components/item/form/reload-link.tsx';
import { useForm } from '#components/item/form/use-form.ts';
import { dispatchAnswered } from '#components/shell/answered-event.ts';
import { Button } from '#components/ui/button.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';
import type { EarnedBadge, ProgressUpdate } from '#lib/progress/sitting-view.ts';

/** The result of marking an activity as read. */
export interface Read {
  readonly badge: EarnedBadge | null;
  readonly progress: ProgressUpdate;
}

export interface MarkReadProps<R extends string> {
  /** Posts `lesson` and `activity`. */
  action: FormAction<Read, R>;
  lesson: string;
  activity: string;
  done: boolean;
}

/** Marks an activity without questions as read. */
export function MarkRead<R extends string>({ action, lesson, activity, done }: MarkReadProps<R>) {
  const sent = useForm(action);
  const { state } = sent;
  useEffect(() => {
    if (state?.ok) dispatchAnswered({ ...state.value, totals: null, gained: 0 });
  }, [state]);
  const read = done || state?.ok === true;
  return (
    <form {...sent.form} className="max-sm:w-full">
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="activity" value={activity} />
      {read ? (
        <div className="flex items-center gap-2.5">
          <Mark kind="right" /> Read
        </div>
      ) : null}
      {read ? null : (
        <Button kind="quiet" icon="check" pending={sent.pending} className="max-sm:w-full">
          Mark as read
        </Button>
      )}
      {sent.notSent || state?.ok === false ? (
        <p role="alert" className="mt-2 text-sm">
          {formProblem(state) ?? (
            <>
              Not marked. <ReloadLink /> and try again.
            </>
          )}
        </p>
      ) : null}
    </form>
  );
}
