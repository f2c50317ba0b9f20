'use server';

import { redirect } from 'next/navigation';
import { returnPath } from '#lib/access/return-path.ts';
import { publicAction } from '#lib/server/action.ts';
import { DemoForm, signInAsDemo } from '#lib/server/demo-people.ts';
import { env } from '#lib/server/env.ts';
import { startSession } from '#lib/server/session.ts';
import type { Session } from '#lib/server/session-token.ts';
import { SignInForm, signIn } from '#lib/server/sign-in.ts';

async function enter(session: Session, { next }: { next?: string | undefined }): Promise<null> {
  await startSession(session);
  redirect(returnPath(next));
}

export const signInWithPassword = publicAction(SignInForm, signIn, enter);

const becomeDemoPerson = publicAction(DemoForm, (world, input) => signInAsDemo(world, env(), input), enter);

export async function signInAsDemoPerson(form: FormData): Promise<void> {
  await becomeDemoPerson(null, form);
}
