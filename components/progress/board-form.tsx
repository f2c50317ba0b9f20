'use client';

import { errorOf } from '#components/account/use-account-form.ts';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';

export interface BoardFormProps {
  action: FormAction<null, 'staff'>;
  onBoard: boolean;
  boardName: string | null;
  displayName: string;
}

/** Lets a student join the leaderboard under a name, or leave it. */
export function BoardForm({ action, onBoard, boardName, displayName }: BoardFormProps) {
  const { state, notSent, pending, form } = useForm(action);
  return (
    <form {...form} className="grid max-w-md gap-4">
      {notSent || errorOf(state, '') ? (
        <Notice kind="wrong" title="Not saved" live>
          {errorOf(state, '') ?? 'The server could not be reached. Try again.'}
        </Notice>
      ) : null}
      <p>
        {onBoard ? (
          <>
            Your class sees you here as <bdi>{boardName ?? displayName}</bdi>.
          </>
        ) : (
          'Nobody sees you here unless you choose to be listed. Your teacher always sees your progress.'
        )}
      </p>
      <Field
        name="boardName"
        label="Name on the leaderboard"
        hint={
          <>
            Leave empty to use <bdi>{displayName}</bdi>.
          </>
        }
        defaultValue={boardName ?? ''}
        autoComplete="nickname"
        maxLength={60}
        error={errorOf(state, 'boardName')}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="show" value="yes" pending={pending} kind={onBoard ? 'quiet' : 'primary'}>
          {onBoard ? 'Save the name' : 'Show me on the leaderboard'}
        </Button>
        {onBoard ? (
          <Button name="show" value="no" pending={pending} kind="quiet">
            Hide me
          </Button>
        ) : null}
      </div>
    </form>
  );
}
