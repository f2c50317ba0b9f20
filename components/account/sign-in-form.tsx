'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { FormError } from './form-error.tsx';
import { errorOf, refusalOf, useAccountForm } from './use-account-form.ts';

export type SignInRefusal = 'wrong' | 'too-many' | 'disabled';

const refusals: Record<SignInRefusal, { title: string; text: string }> = {
  wrong: {
    title: 'Not signed in',
    text: 'The user name or the password is wrong. Try again.',
  },
  'too-many': {
    title: 'Too many attempts',
    text: 'Try again in 15 minutes. If you forgot your password, your teacher can help.',
  },
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
