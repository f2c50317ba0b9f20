'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/door/action.ts';
import { BoardForm, showOnBoard } from '#lib/server/progress/show-on-board.ts';

export const setBoardVisibility = action(BoardForm, showOnBoard, async () => {
  refresh();
  return null;
});
