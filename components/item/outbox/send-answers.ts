import type { AnswerReply, AnswerRequest } from '#lib/sitting/answer-request.ts';
import type { AnswerRejection, AnswerStore, KeptAnswer } from './answer-store.ts';

/** A request that takes longer counts as no connection; a program is run before it is graded. */
const timeoutMs = 30_000;

/** Refusals after which the same answer may be accepted later. */
const temporary: ReadonlySet<AnswerRejection> = new Set([
  'signed-out',
  'too-many',
  'unavailable',
  'not-checked',
]);

export interface SentAnswers {
  /** What the server has recorded now, or had already. */
  readonly sent: readonly KeptAnswer[];
  readonly refused: readonly KeptAnswer[];
}

/** Sends all kept answers, oldest first. Without a connection they stay for the next time. */
export async function sendAnswers(store: AnswerStore, post: typeof fetch = fetch): Promise<SentAnswers> {
  const sent: KeptAnswer[] = [];
  for (const answer of store.list()) {
    if (answer.refused) continue;
    const reply = await sendAnswer({ reader: store.userId, fields: answer.fields }, post);
    if (reply === null || (!reply.ok && temporary.has(reply.reason))) break;
    if (reply.ok) {
      store.remove(answer);
      sent.push(answer);
    } else store.keep({ ...answer, refused: reply.reason });
  }
  return { sent, refused: store.list().filter(({ refused }) => refused !== undefined) };
}

/** Null without a connection. */
async function sendAnswer(request: AnswerRequest, post: typeof fetch): Promise<AnswerReply | null> {
  try {
    const response = await post('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await response.json();
  } catch {
    // No connection, no response in time, or a proxy that responds with something else.
    return null;
  }
}
