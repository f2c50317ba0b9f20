'use server';

import { refresh } from 'next/cache';
import { ReportForm, reportItem } from '#lib/server/content/report-item.ts';
import { action } from '#lib/server/door/action.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { continueTest } from '#lib/server/sitting/continue-test.ts';
import { keepTyped } from '#lib/server/sitting/keep-typed.ts';
import { HintRequest, openHint } from '#lib/server/sitting/open-hint.ts';
import { retryMissed } from '#lib/server/sitting/retry-missed.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { ActivityForm, openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';

export const submitAnswer = action(Submission, keepTyped(submitResponse));
export const showHint = action(HintRequest, openHint);
export const reportProblem = action(ReportForm, reportItem);
export const startActivity = action(ActivityForm, startSitting);
export const resumeTest = action(ActivityForm, continueTest);
export const openNextProblem = action(ActivityForm, openNextItem);
export const markActivityRead = action(ActivityForm, markRead);
export const restartActivity = action(ActivityForm, startOver, async () => {
  refresh();
  return null;
});
/** A challenge continues in place; the pages of other activities are rendered again. */
export const retryMissedQuestions = action(ActivityForm, retryMissed, async (view) => {
  if (!view) refresh();
  return view;
});
