'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/action.ts';
import { BoardForm, showOnBoard } from '#lib/server/show-on-board.ts';

export const decide = action(BoardForm, showOnBoard, async () => {
  refresh();
  return null;
});
