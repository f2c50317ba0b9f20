'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkJoinCode, JoinForm, joinClassroom } from '#lib/server/classroom/join-classroom.ts';
import { action, publicAction } from '#lib/server/door/action.ts';

export const joinClass = action(JoinForm, joinClassroom, async ({ name }) => {
  refresh();
  return { name };
});

/** For visitors without an account: a valid class code leads to the sign-up page. */
export const checkClassCode = publicAction(
  JoinForm,
  checkJoinCode,
  async (_result, { code }): Promise<{ name: string }> =>
    redirect(`/signup?code=${encodeURIComponent(code)}`),
);
