import type { SessionUser } from '#lib/access/user.ts';
import { isSameOrigin } from '#lib/server/door/same-origin.ts';
import { shortText } from '#lib/server/door/short-text.ts';
import type { World } from '#lib/server/world.ts';
import { type DraftReply, draftStatus } from '#lib/sitting/draft-wire.ts';
import { paced } from './rate-limit.ts';
import { DraftSave, saveDraft } from './save-draft.ts';

/** Enough for the longest program, and as much as a browser sends from a page that is being closed. */
const mostBytes = 65_536;

/** A page with twenty questions may send them all at once when it is left; nobody types faster than this. */
const mayCome = paced({ most: 60, perSecond: 5 });

/**
 * The door of the saves, which come by `fetch` and not by an action: actions wait for each other, are dropped when the
 * page is left, and change their names with each build.
 */
export async function answerDraft(
  world: World,
  publicUrl: string,
  request: Request,
  findUser: () => Promise<SessionUser | null>,
): Promise<Response> {
  return respond(await replyTo(world, publicUrl, request, findUser));
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
  if (!mayCome(user.id, world.now())) return { ok: false, reason: 'too-many' };
  const text = await shortText(request, mostBytes);
  if (text === null) return { ok: false, reason: 'too-long' };
  const input = DraftSave.safeParse(parsed(text));
  return input.success ? saveDraft(world, user, input.data) : { ok: false, reason: 'invalid' };
}

function respond(reply: DraftReply): Response {
  return Response.json(reply, {
    status: reply.ok ? 200 : draftStatus[reply.reason],
    headers: { 'cache-control': 'private, no-store' },
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema refuses it like any other body that is none of ours.
    return null;
  }
}
