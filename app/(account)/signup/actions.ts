'use server';

import { redirect } from 'next/navigation';
import { returnPath } from '#lib/access/return-path.ts';
import { SignUpForm, signUp } from '#lib/server/account/sign-up.ts';
import { publicAction } from '#lib/server/door/action.ts';
import { dropGuestCookie, rememberDevice, startSession } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';

export const createAccount = publicAction(
  SignUpForm,
  (world, input, visitor) => signUp(world, env().signUp, input, visitor),
  async (session, { next }): Promise<null> => {
    await rememberDevice(session);
    await startSession(session);
    await dropGuestCookie();
    redirect(returnPath(next));
  },
);
