'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkJoinCode, JoinForm, joinClassroom } from '#lib/server/classroom/join-classroom.ts';
import { action, publicAction } from '#lib/server/door/action.ts';

export const join = action(JoinForm, joinClassroom, async ({ name }) => {
  refresh();
  return { name };
});

/** Somebody without an account: a code that opens a class leads on to one. */
export const startJoining = publicAction(
  JoinForm,
  checkJoinCode,
  async (_joined, { code }): Promise<{ name: string }> =>
    redirect(`/signup?code=${encodeURIComponent(code)}`),
);
