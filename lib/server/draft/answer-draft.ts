import type { SessionUser } from '#lib/access/user.ts';
import { readJsonRequest } from '#lib/server/door/json-request.ts';
import { rateLimit } from '#lib/server/door/rate-limit.ts';
import type { World } from '#lib/server/world.ts';
import { type DraftReply, draftHttpStatus, draftRequest } from '#lib/sitting/draft-request.ts';
import { saveDraft } from './save-draft.ts';

/** Enough for the longest program, and the most that a browser sends from a page that is being closed. */
const maxBytes = 65_536;

/** A page with twenty questions may save them all at once when the user leaves it; typing saves less often. */
const isWithinRate = rateLimit({ burst: 60, perSecond: 5 });

/**
 * Answers a request to save a draft. Drafts are sent by `fetch` and not by a server action: actions run one at a time,
 * are dropped when the page is left, and change their ids with each build.
 */
export async function answerDraft(
  world: World,
  publicUrl: string,
  request: Request,
  findUser: () => Promise<SessionUser | null>,
): Promise<Response> {
  return draftResponse(await replyTo(world, publicUrl, request, findUser));
}

async function replyTo(
  world: World,
  publicUrl: string,
  request: Request,
  findUser: () => Promise<SessionUser | null>,
): Promise<DraftReply> {
  const read = await readJsonRequest(request, {
    ...{ publicUrl, maxBytes, findUser, schema: draftRequest },
    isWithinRate: (userId) => isWithinRate(userId, world.now()),
  });
  return read.ok ? saveDraft(world, read.value.user, read.value.input) : read;
}

export function draftResponse(reply: DraftReply): Response {
  return Response.json(reply, {
    status: reply.ok ? 200 : draftHttpStatus[reply.reason],
    headers: { 'cache-control': 'private, no-store' },
  });
}
