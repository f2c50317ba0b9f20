import type { SessionUser } from '#lib/access/user.ts';
import { rateLimit } from '#lib/server/door/rate-limit.ts';
import { isSameOrigin } from '#lib/server/door/same-origin.ts';
import { shortText } from '#lib/server/door/short-text.ts';
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
  if (!isSameOrigin(request.headers, publicUrl)) return { ok: false, reason: 'foreign' };
  const user = await findUser();
  if (!user) return { ok: false, reason: 'signed-out' };
  if (!isWithinRate(user.id, world.now())) return { ok: false, reason: 'too-many' };
  const text = await shortText(request, maxBytes);
  if (text === null) return { ok: false, reason: 'too-long' };
  const input = draftRequest.safeParse(parsed(text));
  return input.success ? saveDraft(world, user, input.data) : { ok: false, reason: 'invalid' };
}

export function draftResponse(reply: DraftReply): Response {
  return Response.json(reply, {
    status: reply.ok ? 200 : draftHttpStatus[reply.reason],
    headers: { 'cache-control': 'private, no-store' },
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: refused by the schema like any other malformed body.
    return null;
  }
}
