'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/action.ts';
import { goOnTest } from '#lib/server/go-on-test.ts';
import { markRead } from '#lib/server/mark-read.ts';
import { missedAgain } from '#lib/server/missed-again.ts';
import { HintRequest, openHint } from '#lib/server/open-hint.ts';
import { ReportForm, reportItem } from '#lib/server/report-item.ts';
import { startOver } from '#lib/server/start-over.ts';
import { openNextItem, PlaceForm, startSitting } from '#lib/server/start-sitting.ts';
import { Submission, submitResponse } from '#lib/server/submit-response.ts';

export const submitAnswer = action(Submission, submitResponse);
export const showHint = action(HintRequest, openHint);
export const report = action(ReportForm, reportItem);
export const start = action(PlaceForm, startSitting);
export const goOn = action(PlaceForm, goOnTest);
export const next = action(PlaceForm, openNextItem);
export const read = action(PlaceForm, markRead);
export const again = action(PlaceForm, startOver, async () => {
  refresh();
  return null;
});
/** A challenge goes on in place; other activities are drawn anew. */
export const missed = action(PlaceForm, missedAgain, async (view) => {
  if (!view) refresh();
  return view;
});
