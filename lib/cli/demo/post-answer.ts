import { isDeepStrictEqual } from 'node:util';
import type { SessionUser } from '#lib/access/user.ts';
import { alias } from '#lib/chance/chance.ts';
import { type Answer, fieldsOf, type Item, type ItemTypeName, itemType } from '#lib/item/registry.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { Result } from '#lib/result.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';
import type { World } from '#lib/server/world.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { type SittingAddress, shownVersion } from '#lib/sitting/served-item.ts';

/** The form fields that a page posts for an answer of this kind. Throws when the form would be read as another answer. */
export function postedFields(name: ItemTypeName, answer: Answer): Record<string, string[]> {
  const type = itemType(name);
  const fields = fieldsOf(type, answer);
  if (!isDeepStrictEqual(type.formSchema.parse(fields), answer))
    throw new Error(`The form of ${name} reads back another answer`);
  return fields;
}

/** The page that an answer is posted from. */
export interface Page {
  readonly address: SittingAddress;
  /** The seed of the sitting; the names that replace the author's ids are derived from it. */
  readonly seed: string;
}

/** An answer as given on a page: `answer` has the author's ids, the form has the names of the sitting. */
export interface GivenAnswer {
  readonly page: Page;
  readonly item: Item;
  readonly idempotencyKey: string;
  readonly answer: Answer;
}

/** Posts an answer as a browser does. */
export async function postAnswer(
  world: World,
  user: SessionUser,
  given: GivenAnswer,
): Promise<Result<SubmitReply, SubmitRefusal>> {
  return submitResponse(world, user, Submission.parse(formFields(answerForm(given))));
}

/** The form that a browser posts for an answer. */
export function answerForm({ page: { address, seed }, item, idempotencyKey, answer }: GivenAnswer): FormData {
  const { renameIds, runs } = itemType(item.type);
  const shown = renameIds(runs?.asSubmitted(answer) ?? answer, alias(`${seed}/${item.id}`));
  if (!shown) throw new Error(`The answer to ${item.id} contains an unknown id`);
  const form = new FormData();
  const about = {
    lesson: address.lessonId,
    activity: address.activity,
    sitting: String(address.ordinal),
    item: item.id,
    version: shownVersion(item, seed),
    key: idempotencyKey,
  };
  for (const [name, value] of Object.entries(about)) form.append(name, value);
  for (const [name, values] of Object.entries(postedFields(item.type, shown))) {
    for (const value of values) form.append(name, value);
  }
  return form;
}
