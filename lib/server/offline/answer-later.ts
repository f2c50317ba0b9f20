import { z } from 'zod';
import type { SessionUser } from '#lib/access/user.ts';
import { readJsonRequest } from '#lib/server/door/json-request.ts';
import { rateLimit } from '#lib/server/door/rate-limit.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';
import type { World } from '#lib/server/world.ts';
import { type AnswerReply, mayAnswerLater } from '#lib/sitting/answer-request.ts';

/** As for drafts: enough for the longest program. */
const maxBytes = 65_536;

/** A device that comes back after a long journey sends its answers one after the other. */
const isWithinRate = rateLimit({ burst: 30, perSecond: 2 });

const Body = z.object({ reader: z.string().max(100).optional(), fields: Submission });

const statuses: Partial<Record<Extract<AnswerReply, { ok: false }>['reason'], number>> = {
  foreign: 403,
  'signed-out': 401,
  'too-many': 429,
  'too-long': 413,
  invalid: 400,
  unavailable: 503,
  'not-checked': 503,
  'not-found': 404,
};

/**
 * Records an answer that was given without a connection. It is graded now, by the same workflow as every other; its
 * idempotency key, which the device has kept with it, makes sure that it counts once. A server action would not do: its id
 * changes with each build.
 */
export async function answerLater(
  world: World,
  publicUrl: string,
  request: Request,
  findUser: () => Promise<SessionUser | null>,
): Promise<Response> {
  return answerResponse(await replyTo(world, publicUrl, request, findUser));
}

export function answerResponse(reply: AnswerReply): Response {
  return Response.json(reply, {
    status: reply.ok ? 200 : (statuses[reply.reason] ?? 409),
    headers: { 'cache-control': 'private, no-store' },
  });
}

async function replyTo(
  world: World,
  publicUrl: string,
  request: Request,
  findUser: () => Promise<SessionUser | null>,
): Promise<AnswerReply> {
  const read = await readJsonRequest(request, {
    ...{ publicUrl, maxBytes, findUser, schema: Body },
    isWithinRate: (userId) => isWithinRate(userId, world.now()),
  });
  if (!read.ok) return read;
  const { user, input } = read.value;
  const { fields: submission, reader } = input;
  // It stays on the device until its own person is back.
  if (reader !== undefined && reader !== user.id) return { ok: false, reason: 'signed-out' };
  if (!mayAnswerLater(submission.activity)) return { ok: false, reason: 'timed' };
  const result = await submitResponse(world, user, submission);
  if (!result.ok) return { ok: false, reason: result.reason };
  return result.value.kind === 'recorded' ? { ok: true } : { ok: false, reason: 'incomplete' };
}
