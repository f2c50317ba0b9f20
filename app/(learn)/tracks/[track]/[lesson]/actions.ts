'use server';

import { refresh } from 'next/cache';
import { ReportForm, reportItem } from '#lib/server/content/report-item.ts';
import { action, answerAction, learnerAction } from '#lib/server/door/action.ts';
import { atGuestRate } from '#lib/server/guest/answer-as-learner.ts';
import { goToQuestion, QuestionForm } from '#lib/server/mastery/go-to-question.ts';
import { markRead } from '#lib/server/progress/mark-read.ts';
import { continueTest } from '#lib/server/sitting/continue-test.ts';
import { endOverdueItem } from '#lib/server/sitting/end-item.ts';
import { keepTyped } from '#lib/server/sitting/keep-typed.ts';
import { HintRequest, openHint } from '#lib/server/sitting/open-hint.ts';
import { retryMissed } from '#lib/server/sitting/retry-missed.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { ActivityForm, openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';

export const submitAnswer = answerAction(Submission, keepTyped(submitResponse));
export const showHint = answerAction(HintRequest, openHint);
export const reportProblem = action(ReportForm, reportItem);
/** The page says how many tests are left today. */
export const startActivity = action(ActivityForm, startSitting, async (view) => {
  if (view.activity === 'test') refresh();
  return view;
});
export const resumeTest = action(ActivityForm, continueTest);
export const openNextProblem = action(ActivityForm, openNextItem);
export const openQuestion = action(QuestionForm, goToQuestion);
export const endOverdueProblem = action(ActivityForm, endOverdueItem);
export const markActivityRead = learnerAction(ActivityForm, atGuestRate(markRead));
export const restartActivity = learnerAction(ActivityForm, atGuestRate(startOver), async () => {
  refresh();
  return null;
});
/** A challenge continues in place; the pages of other activities are rendered again. */
export const retryMissedQuestions = learnerAction(ActivityForm, atGuestRate(retryMissed), async (view) => {
  if (!view) refresh();
  return view;
});
