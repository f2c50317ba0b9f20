'use server';

import { refresh } from 'next/cache';
import { answerAction } from '#lib/server/door/action.ts';
import { keepTyped } from '#lib/server/sitting/keep-typed.ts';
import { HintRequest, openHint } from '#lib/server/sitting/open-hint.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';

/** Also renders the page again, which then shows what the answer says. */
export const answerSample = answerAction(Submission, keepTyped(submitResponse), async (reply) => {
  refresh();
  return reply;
});
export const openSampleHint = answerAction(HintRequest, openHint);
