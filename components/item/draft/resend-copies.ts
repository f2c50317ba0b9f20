import type { Ended } from '#lib/sitting/autosave.ts';
import { type DraftCopy, dropCopy, listAllCopies, refuseCopy } from './draft-copies.ts';
import { sendDraft } from './send-draft.ts';

/** A copy that the server will not take any more. */
export type RefusedCopy = DraftCopy & { readonly refused: Ended };

export interface Resent {
  /** The pages of what the server has now and had not before. */
  readonly saved: readonly DraftCopy['page'][];
  readonly refused: readonly RefusedCopy[];
}

/**
 * Sends what was left on this device on other pages than `here`, whose own questions look after themselves. What finds
 * no connection stays for the next time.
 */
export async function resendCopies(userId: string, here: string): Promise<Resent> {
  const saved: DraftCopy['page'][] = [];
  for (const { body, page, refused } of listAllCopies(userId)) {
    if (refused || page.path === here) continue;
    const sent = await sendDraft(body);
    if (sent.kind === 'trouble') break;
    if (sent.kind === 'ended') refuseCopy(userId, body, sent.reason);
    else dropCopy(userId, body);
    if (sent.kind === 'saved' && sent.value.isNews) saved.push(page);
  }
  return { saved, refused: listRefused(userId, here) };
}

/** A question that still takes answers offers on its own page what it refused from elsewhere. */
function listRefused(userId: string, here: string): RefusedCopy[] {
  return listAllCopies(userId).flatMap(({ refused, ...copy }) =>
    refused && (isFinal(refused) || copy.page.path !== here) ? [{ ...copy, refused }] : [],
  );
}

const isFinal = (reason: Ended): boolean => reason === 'settled' || reason === 'late';
