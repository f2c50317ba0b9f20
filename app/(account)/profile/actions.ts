'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/action.ts';
import { ChangePasswordForm, changePassword } from '#lib/server/change-password.ts';
import { ProfileForm, saveProfile } from '#lib/server/save-profile.ts';
import { startSession } from '#lib/server/session.ts';

export const save = action(ProfileForm, saveProfile, async () => {
  refresh();
  return null;
});

export const renewPassword = action(ChangePasswordForm, changePassword, async (session) => {
  await startSession(session);
  return null;
});
