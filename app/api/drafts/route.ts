import { answerDraft } from '#lib/server/answer-draft.ts';
import { env } from '#lib/server/env.ts';
import { currentUser } from '#lib/server/session.ts';
import { world } from '#lib/server/world.ts';

/** Keeps what somebody types while they type it. */
export async function POST(request: Request): Promise<Response> {
  return answerDraft(await world(), env().publicUrl, request, currentUser);
}
