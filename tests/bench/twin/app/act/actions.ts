'use server';

import { currentUserId } from '../session.ts';
import { store } from '../store.ts';

const right = '42';

/** The bare way of an answer, as the action of a form with a state: the session, then history, answer and total in one transaction. */
export async function submitAnswer(_before: unknown, form: FormData) {
  const userId = await currentUserId();
  if (userId === null) return { ok: false, reason: 'signed-out' } as const;
  const answer = String(form.get('answer'));
  const recorded = await (await store()).record({
    userId,
    itemId: String(form.get('item')),
    answer,
    score: answer === right ? 1 : 0,
  });
  return { ok: true, value: recorded } as const;
}
