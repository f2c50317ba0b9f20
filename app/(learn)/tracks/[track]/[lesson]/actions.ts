'use server';

import { refresh } from 'next/cache';
import { ReportForm, reportItem } from '#lib/server/content/report-item.ts';
import { action } from '#lib/server/door/action.ts';
import { continueTest } from '#lib/server/mastery/continue-test.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { HintRequest, openHint } from '#lib/server/sitting/open-hint.ts';
import { retryMissed } from '#lib/server/sitting/retry-missed.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { ActivityForm, openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';

export const submitAnswer = action(Submission, submitResponse);
export const showHint = action(HintRequest, openHint);
export const report = action(ReportForm, reportItem);
export const start = action(ActivityForm, startSitting);
export const resume = action(ActivityForm, continueTest);
export const next = action(ActivityForm, openNextItem);
export const read = action(ActivityForm, markRead);
export const again = action(ActivityForm, startOver, async () => {
  refresh();
  return null;
});
/** A challenge goes on in place; other activities are drawn anew. */
export const missed = action(ActivityForm, retryMissed, async (view) => {
  if (!view) refresh();
  return view;
});
