import { currentLearner } from '#lib/server/door/session.ts';
import { answerDraft, draftResponse } from '#lib/server/draft/answer-draft.ts';
import { env } from '#lib/server/host/env.ts';
import { unlessOut } from '#lib/server/host/outage.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';

/** Saves a draft while the user types. */
export async function POST(request: Request): Promise<Response> {
  return unlessOut(
    async () => answerDraft(await requestWorld(), env().publicUrl, request, currentLearner),
    () => draftResponse({ ok: false, reason: 'unavailable' }),
  );
}
