'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/door/action.ts';
import { ShareForm, shareBadge, WithdrawForm, withdrawBadge } from '#lib/server/progress/share-badge.ts';
import { sharedBadgeUrl } from './shared-badge-url.ts';

export const makeBadgeLink = action(ShareForm, shareBadge, async (token) => {
  refresh();
  return sharedBadgeUrl(token);
});

export const withdrawBadgeLink = action(WithdrawForm, withdrawBadge, async () => {
  refresh();
  return null;
});
