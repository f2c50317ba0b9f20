'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { FormError } from './form-error.tsx';
import { errorOf, refusalOf, retryAdvice, useAccountForm } from './use-account-form.ts';

export type JoinRefusal = 'unknown-code' | 'already-in' | 'too-many';

const refusals: Record<JoinRefusal, string> = {
  'unknown-code': 'No class has this code. Check it letter by letter.',
  'already-in': 'You are already in this class.',
  'too-many': 'There were too many wrong codes.',
};

export interface JoinFormProps {
  action: FormAction<{ readonly name: string }, JoinRefusal>;
  code?: string | undefined;
  /** The label of the button. */
  verb: string;
  /** Whether it is the one thing to do on its page. */
  isLoud?: boolean | undefined;
}

export function JoinForm({ action, code = '', verb, isLoud = false }: JoinFormProps) {
  const { state, pending, form } = useAccountForm(action);
  const refusal = refusalOf(state);
  const textOf = (reason: JoinRefusal) =>
    reason === 'too-many' ? `${refusals[reason]} ${retryAdvice(state)}` : refusals[reason];
  return (
    <form {...form} className="grid gap-5">
      <FormError>{errorOf(state, '')}</FormError>
      {state?.ok ? (
        <Notice
          kind="right"
          title={
            <>
              You are in <bdi>{state.value.name}</bdi>
            </>
          }
          live
        >
          From now on your teacher can see your progress.
        </Notice>
      ) : null}
      <Field
        name="code"
        label="Class code"
        hint={
          <>
            Eight letters and digits from your teacher, such as{' '}
            <span className="whitespace-nowrap">K7QM-2XPA</span>.
          </>
        }
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={400}
        error={errorOf(state, 'code') ?? (refusal ? textOf(refusal) : undefined)}
      />
      <Button pending={pending} kind={isLoud ? 'primary' : 'quiet'} className="justify-self-start">
        {verb}
      </Button>
    </form>
  );
}
