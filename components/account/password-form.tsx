'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { FormError } from './form-error.tsx';
import { errorOf, refusalOf, retryAdvice, useAccountForm } from './use-account-form.ts';

export type PasswordRefusal = 'wrong' | 'too-many' | 'busy' | 'no-password' | 'is-user-name';

const refusals: Record<PasswordRefusal, { field: 'current' | 'password'; text: string }> = {
  wrong: { field: 'current', text: 'This is not your current password.' },
  'too-many': {
    field: 'current',
    text: 'There were several wrong passwords.',
  },
  busy: { field: 'current', text: 'Very many people are signing in at this moment.' },
  'no-password': {
    field: 'current',
    text: 'You sign in through your school, so there is no password to change here.',
  },
  'is-user-name': { field: 'password', text: 'Choose something other than your user name.' },
};

export interface PasswordFormProps {
  action: FormAction<unknown, PasswordRefusal>;
  userName: string;
}

export function PasswordForm({ action, userName }: PasswordFormProps) {
  const { state, pending, form } = useAccountForm(action);
  const refusal = refusalOf(state);
  const error = (name: string) => {
    const refused = refusal ? refusals[refusal] : null;
    if (refused?.field !== name) return errorOf(state, name);
    return refusal === 'too-many' || refusal === 'busy'
      ? `${refused.text} ${retryAdvice(state)}`
      : refused.text;
  };
  return (
    <form {...form} className="grid gap-5">
      <FormError>{errorOf(state, '')}</FormError>
      {state?.ok ? (
        <Notice kind="right" title="Password changed" live>
          You are still signed in here. You have been signed out everywhere else.
        </Notice>
      ) : null}
      {/* Tells password managers which account the password belongs to. */}
      <input type="text" dir="auto" autoComplete="username" value={userName} readOnly hidden />
      <Field
        name="current"
        label="Current password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
        error={error('current')}
      />
      <Field
        name="password"
        label="New password"
        hint="At least 8 characters; 12 or more is better. Four unrelated words work well."
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={200}
        error={error('password')}
      />
      <Button pending={pending} kind="quiet" className="justify-self-start">
        Change password
      </Button>
    </form>
  );
}
