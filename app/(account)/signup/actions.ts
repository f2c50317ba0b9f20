'use server';

import { redirect } from 'next/navigation';
import { returnPath } from '#lib/access/return-path.ts';
import { publicAction } from '#lib/server/action.ts';
import { env } from '#lib/server/env.ts';
import { startSession } from '#lib/server/session.ts';
import { SignUpForm, signUp } from '#lib/server/sign-up.ts';

export const createAccount = publicAction(
  SignUpForm,
  (world, input, visitor) => signUp(world, env().signUp, input, visitor),
  async (session, { next }): Promise<null> => {
    await startSession(session);
    redirect(returnPath(next));
  },
);
