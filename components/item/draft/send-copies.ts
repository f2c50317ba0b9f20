import type { FormFields } from '#lib/item/item-type.ts';
import type { DraftBody } from '#lib/sitting/draft-wire.ts';
import type { DraftState } from '#lib/sitting/served-item.ts';
import { dropCopy, listCopies, refuseCopy } from './draft-copies.ts';
import { sendDraft } from './send-draft.ts';

export interface CopiesOf {
  readonly userId: string;
  /** The page that looks for them; its own copy is its own business. */
  readonly body: DraftBody;
  isShown(fields: FormFields): boolean;
  saved(value: DraftState): void;
}

/** Sends what earlier pages of this item have left on this device. False when it is to be tried again. */
export async function sendCopies({ userId, body, isShown, saved }: CopiesOf): Promise<boolean> {
  for (const { body: left } of listCopies(userId, body)) {
    if (left.device === body.device) continue;
    if (isShown(left.fields)) {
      dropCopy(userId, left);
      continue;
    }
    const sent = await sendDraft({ ...left, version: body.version, key: body.key });
    if (sent.kind === 'trouble') return false;
    if (sent.kind === 'ended') refuseCopy(userId, left, sent.reason);
    else {
      dropCopy(userId, left);
      saved(sent.value);
    }
  }
  return true;
}
