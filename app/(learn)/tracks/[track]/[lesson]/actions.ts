'use server';

import { refresh } from 'next/cache';
import { ReportForm, reportItem } from '#lib/server/content/report-item.ts';
import { action } from '#lib/server/door/action.ts';
import { continueTest } from '#lib/server/mastery/continue-test.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { HintRequest, openHint } from '#lib/server/sitting/open-hint.ts';
import { missedAgain } from '#lib/server/sitting/retry-missed.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { openNextItem, PlaceForm, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';

export const submitAnswer = action(Submission, submitResponse);
export const showHint = action(HintRequest, openHint);
export const report = action(ReportForm, reportItem);
export const start = action(PlaceForm, startSitting);
export const resume = action(PlaceForm, continueTest);
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
