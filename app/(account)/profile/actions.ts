'use server';

import { refresh } from 'next/cache';
import { ChangePasswordForm, changePassword } from '#lib/server/account/change-password.ts';
import { ProfileForm, saveProfile } from '#lib/server/account/save-profile.ts';
import { action } from '#lib/server/door/action.ts';
import { rememberDevice, startSession } from '#lib/server/door/session.ts';

export const saveProfileSettings = action(ProfileForm, saveProfile, async () => {
  refresh();
  return null;
});

export const updatePassword = action(ChangePasswordForm, changePassword, async (session) => {
  await rememberDevice(session);
  await startSession(session);
  return null;
});
