import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { ok, type Result } from '#lib/result.ts';
import { outageWords, unlessOut } from '#lib/server/host/outage.ts';
import type { World } from '#lib/server/world.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { Submission } from './submission.ts';

type Submit = (
  world: World,
  user: SessionUser,
  input: Submission,
) => Promise<Result<SubmitReply, SubmitRefusal>>;

/** The workflow; during an outage of the database its reply holds what was typed, for a page without scripts. */
export function keepTyped(submit: Submit): Submit {
  return (world, user, input) =>
    unlessOut(
      () => submit(world, user, input),
      async (outage) => {
        const item = (await world.library()).item(input.item)?.item;
        const draft = item && itemType(item.type).formSchema.safeParse(input.fields).data;
        const kept = draft
          ? ' Nothing you typed is lost: it is still in this form, and no attempt was used.'
          : '';
        const message = `${outageWords[outage]}${kept}`;
        return ok({ kind: 'unsaved', itemId: input.item, message, draft: draft ?? null });
      },
    );
}
