import { currentUser } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';
import { unlessOut } from '#lib/server/host/outage.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';
import { answerLater, answerResponse } from '#lib/server/offline/answer-later.ts';

/** Takes an answer that was given without a connection. */
export async function POST(request: Request): Promise<Response> {
  return unlessOut(
    async () => answerLater(await requestWorld(), env().publicUrl, request, currentUser),
    () => answerResponse({ ok: false, reason: 'unavailable' }),
  );
}
