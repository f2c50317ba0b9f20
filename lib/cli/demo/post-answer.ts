import { isDeepStrictEqual } from 'node:util';
import type { SessionUser } from '#lib/access/user.ts';
import { type Answer, type Item, type ItemTypeName, itemType } from '#lib/item/registry.ts';
import type { Result } from '#lib/result.ts';
import { formFields } from '#lib/server/form-values.ts';
import { Submission, submitResponse } from '#lib/server/submit-response.ts';
import type { World } from '#lib/server/world.ts';
import { alias } from '#lib/sitting/chance.ts';
import { type SittingAddress, shownVersion } from '#lib/sitting/served-item.ts';
import type { SubmitRefusal, Submitted } from '#lib/sitting/sitting-view.ts';

/** The fields that a page of this kind of item posts for an answer; throws when the kind would read another answer. */
export function fieldsOf(type: ItemTypeName, answer: Answer): Record<string, string[]> {
  const fields = Object.fromEntries(written(answer));
  const read = itemType(type).form.parse(fields);
  if (!isDeepStrictEqual(read, answer)) throw new Error(`The form of ${type} reads back another answer`);
  return fields;
}

/** Like a form does, an empty group of boxes sends nothing at all. */
function written(answer: Answer): [string, string[]][] {
  const fields: [string, string[]][] = [];
  const put = (name: string, values: readonly string[]) => {
    if (values.length > 0) fields.push([name, [...values]]);
  };
  if ('options' in answer) put('option', answer.options);
  if ('order' in answer) put('order', answer.order);
  if ('blanks' in answer) for (const [id, text] of Object.entries(answer.blanks)) put(`blank.${id}`, [text]);
  if ('rating' in answer && answer.rating) put('rating', [answer.rating]);
  if ('code' in answer) put('code', [answer.code]);
  if ('text' in answer) put('text', [answer.text]);
  if ('ticks' in answer && answer.ticks) {
    put('tick', answer.ticks);
    put('compared', ['yes']);
  }
  return fields;
}

/** The page that an answer is posted from. */
export interface Page {
  readonly address: SittingAddress;
  /** Of its sitting; from it come the names that stand for the author's ids. */
  readonly seed: string;
}

/** Posts an answer, given with the author's ids, as a browser does: a form with this sitting's names. */
export async function postAnswer(
  world: World,
  user: SessionUser,
  { address, seed }: Page,
  item: Item,
  attemptKey: string,
  answer: Answer,
): Promise<Result<Submitted, SubmitRefusal>> {
  const { rename, runs } = itemType(item.type);
  const shown = rename(runs?.sent(answer) ?? answer, alias(`${seed}/${item.id}`));
  if (!shown) throw new Error(`${item.id} cannot be answered so`);
  const form = new FormData();
  const about = {
    lesson: address.lessonId,
    activity: address.activity,
    sitting: String(address.ordinal),
    item: item.id,
    version: shownVersion(item, seed),
    key: attemptKey,
  };
  for (const [name, value] of Object.entries(about)) form.append(name, value);
  for (const [name, values] of Object.entries(fieldsOf(item.type, shown))) {
    for (const value of values) form.append(name, value);
  }
  return submitResponse(world, user, Submission.parse(formFields(form)));
}
