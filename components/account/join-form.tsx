'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction, FormState } from '#lib/form-state.ts';
import { FormFault } from './form-fault.tsx';
import { errorOf, refusalOf, useAccountForm } from './use-account-form.ts';

export type JoinRefusal = 'unknown-code' | 'already-in' | 'too-many';

const refusals: Record<JoinRefusal, string> = {
  'unknown-code': 'No class has this code. Compare it letter by letter.',
  'already-in': 'You are in this class already.',
  'too-many': 'There were too many tries. Wait a quarter of an hour and try again.',
};

export interface JoinFormProps {
  action: FormAction<{ readonly name: string }, JoinRefusal>;
  told: FormState<{ readonly name: string }, JoinRefusal>;
  code?: string | undefined;
  /** What the button does: join, or go on to an account. */
  verb: string;
}

export function JoinForm({ action, told, code = '', verb }: JoinFormProps) {
  const { state, pending, form } = useAccountForm(action, told);
  const refusal = refusalOf(state);
  return (
    <form {...form} className="grid gap-5">
      <FormFault>{errorOf(state, '')}</FormFault>
      {state?.ok ? (
        <Notice kind="right" title={`You are in ${state.value.name}`} live>
          Your teacher sees your progress from now on.
        </Notice>
      ) : null}
      <Field
        name="code"
        label="Class code"
        hint="Eight letters and digits from your teacher, such as K7QM-2XPA."
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={400}
        error={errorOf(state, 'code') ?? (refusal ? refusals[refusal] : undefined)}
      />
      <Button pending={pending} kind="quiet" className="justify-self-start">
        {verb}
      </Button>
    </form>
  );
}
