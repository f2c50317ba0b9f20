'use server';

import { refresh } from 'next/cache';
import { publicAction } from '#lib/server/door/action.ts';
import { dropGuestCookie } from '#lib/server/door/session.ts';
import { ForgetForm, forgetGuest } from '#lib/server/guest/forget-guest.ts';

const forget = publicAction(ForgetForm, forgetGuest, async () => {
  await dropGuestCookie();
  refresh();
  return null;
});

export async function forgetGuestAnswers(form: FormData): Promise<void> {
  await forget(null, form);
}
