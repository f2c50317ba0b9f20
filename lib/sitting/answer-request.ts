import type { FormFields } from '#lib/item/item-type.ts';
import type { SubmitRefusal } from './refusals.ts';

/** The body of `POST /api/answers`: an answer that was given without a connection, as its form would have posted it. */
export interface AnswerRequest {
  /** The id of the person who gave it: by now somebody else may have signed in on the device. */
  readonly reader: string;
  /** The fields of the answer and of its address: lesson, activity, sitting, item, version, key. */
  readonly fields: FormFields;
}

/** Why a request was refused before its answer was read. */
export type AnswerRequestRefusal =
  | 'foreign'
  | 'signed-out'
  | 'too-many'
  | 'too-long'
  | 'invalid'
  /** A challenge or test is only answered with a connection. */
  | 'timed'
  /** The database cannot store it now. */
  | 'unavailable';

/** The response, as JSON; how it was graded is on the page of the question. */
export type AnswerReply =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: SubmitRefusal | AnswerRequestRefusal | 'incomplete' };

/** Whether an activity takes answers that were given without a connection. */
export const mayAnswerLater = (activity: string): boolean => activity !== 'challenge' && activity !== 'test';
