'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { FormError } from './form-error.tsx';
import { errorOf, refusalOf, retryAdvice, useAccountForm } from './use-account-form.ts';

export type SignInRefusal = 'wrong' | 'too-many' | 'busy' | 'disabled';

const refusals: Record<SignInRefusal, { title: string; text: string }> = {
  wrong: {
    title: 'Not signed in',
    text: 'The user name or the password is wrong. Try again.',
  },
  'too-many': {
    title: 'Too many attempts',
    text: 'There were several wrong passwords for this name from your network. If you forgot your password, your teacher can help.',
  },
  busy: { title: 'Not signed in yet', text: 'Very many people are signing in at this moment.' },
  disabled: { title: 'This account is closed', text: 'Ask your teacher or the administrator.' },
};

export interface SignInFormProps {
  action: FormAction<unknown, SignInRefusal>;
  /** Where to go afterwards. */
  next: string;
}

export function SignInForm({ action, next }: SignInFormProps) {
  const { state, pending, form } = useAccountForm(action);
  const refusal = refusalOf(state);
  return (
    <form {...form} className="grid gap-5">
      <FormError>{errorOf(state, '')}</FormError>
      {refusal ? (
        <Notice kind="wrong" title={refusals[refusal].title} live>
          {refusals[refusal].text}
          {refusal === 'too-many' || refusal === 'busy' ? ` ${retryAdvice(state)}` : null}
        </Notice>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <Field
        name="login"
        label="User name or e-mail"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={300}
        error={errorOf(state, 'login')}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
        error={errorOf(state, 'password')}
      />
      <Button pending={pending} className="justify-self-start">
        Sign in
      </Button>
    </form>
  );
}
