'use client';

import { ReloadLink } from '#components/item/reload-link.tsx';
import { useForm } from '#components/item/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { FormAction } from '#lib/form-state.ts';

export interface MarkReadProps<T, R extends string> {
  /** Posts `lesson` and `activity`. */
  action: FormAction<T, R>;
  lesson: string;
  activity: string;
  done: boolean;
}

/** The one step of an activity without questions: having read it. */
export function MarkRead<T, R extends string>({ action, lesson, activity, done }: MarkReadProps<T, R>) {
  const sent = useForm(action);
  const read = done || sent.state?.ok === true;
  return (
    <form {...sent.form} className="max-sm:w-full">
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="activity" value={activity} />
      <div role="status" className="flex items-center gap-2.5">
        {read ? (
          <>
            <Mark kind="right" /> Read
          </>
        ) : null}
      </div>
      {read ? null : (
        <Button kind="quiet" icon="check" pending={sent.pending} className="max-sm:w-full">
          Mark as read
        </Button>
      )}
      {sent.notSent || sent.state?.ok === false ? (
        <p role="alert" className="mt-2 text-sm">
          Not marked. <ReloadLink /> and try again.
        </p>
      ) : null}
    </form>
  );
}
