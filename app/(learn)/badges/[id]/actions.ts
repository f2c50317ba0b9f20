'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/door/action.ts';
import { ShareForm, shareBadge, WithdrawForm, withdrawBadge } from '#lib/server/progress/share-badge.ts';

export const makeBadgeLink = action(ShareForm, shareBadge, async () => {
  refresh();
  return null;
});

export const withdrawBadgeLink = action(WithdrawForm, withdrawBadge, async () => {
  refresh();
  return null;
});
