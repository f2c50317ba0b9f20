'use client';

import { useState } from 'react';
import { errorOf, refusalOf } from '#components/account/use-account-form.ts';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { NewAccountNotice, type NewAccountNoticeProps } from './new-account-notice.tsx';

export type AddStudentRefusal = 'not-found' | 'name-taken' | 'busy';

export interface AddStudentFormProps {
  action: FormAction<NewAccountNoticeProps, AddStudentRefusal>;
  classroomId: string;
}

/** Creates an account without e-mail for a student and shows its password once. */
export function AddStudentForm({ action, classroomId }: AddStudentFormProps) {
  const { state, notSent, pending, form } = useForm(action);
  const refusal = refusalOf(state);
  const made = state?.ok ? state.value : null;
  const [last, setLast] = useState('');
  if (made && made.userName !== last) setLast(made.userName);
  const fault =
    errorOf(state, '') ??
    errorOf(state, 'classroom') ??
    (refusal === 'busy'
      ? 'Very many people are signing in at this moment. Try again in a few seconds.'
      : undefined) ??
    (notSent ? 'The server could not be reached. Try again.' : undefined);
  return (
    <form {...form} className="grid max-w-md gap-4">
      {made ? <NewAccountNotice {...made} /> : null}
      {fault || refusal === 'not-found' ? (
        <Notice kind="wrong" title="Not added" live>
          {fault ?? 'You no longer teach this class.'}
        </Notice>
      ) : null}
      <input type="hidden" name="classroom" value={classroomId} />
      {/* A new key clears the fields after an account was created; a refusal keeps them. */}
      <div key={last} className="grid gap-4">
        <Field
          name="displayName"
          label="Name"
          required
          maxLength={60}
          autoComplete="off"
          error={errorOf(state, 'displayName')}
        />
        <Field
          name="userName"
          label="User name"
          hint="For signing in: letters, digits, dots and hyphens, such as mia.k"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={
            errorOf(state, 'userName') ??
            (refusal === 'name-taken'
              ? 'This user name is taken. If it belongs to the same student, give them the class code instead.'
              : undefined)
          }
        />
      </div>
      <Button pending={pending} kind="quiet" className="justify-self-start">
        Add student
      </Button>
    </form>
  );
}
