'use server';

import { redirect } from 'next/navigation';
import { returnPath } from '#lib/access/return-path.ts';
import { DemoForm, signInAsDemo } from '#lib/server/account/demo-people.ts';
import { publicAction } from '#lib/server/door/action.ts';
import { rememberDevice, startSession } from '#lib/server/door/session.ts';
import type { Session } from '#lib/server/door/session-token.ts';
import { SignInForm, signIn } from '#lib/server/door/sign-in.ts';
import { env } from '#lib/server/host/env.ts';

async function startSessionAndRedirect(
  session: Session,
  { next }: { next?: string | undefined },
): Promise<null> {
  await startSession(session);
  redirect(returnPath(next));
}

export const signInWithPassword = publicAction(SignInForm, signIn, async (session, input) => {
  await rememberDevice(session);
  return startSessionAndRedirect(session, input);
});

const signInToDemo = publicAction(
  DemoForm,
  (world, input) => signInAsDemo(world, env(), input),
  startSessionAndRedirect,
);

export async function signInAsDemoPerson(form: FormData): Promise<void> {
  await signInToDemo(null, form);
}
