import type { FormFields } from '#lib/item/item-type.ts';
import type { DraftRefusal } from './refusals.ts';
import type { DraftState } from './served-item.ts';

/** What a page sends to have a draft kept. */
export interface DraftBody {
  readonly lesson: string;
  readonly activity: string;
  readonly sitting: number;
  readonly item: string;
  readonly version: string;
  /** The attempt that the page prepares. */
  readonly key: string;
  /** A random name of the page. */
  readonly device: string;
  /** Counts its changes, from 1. */
  readonly turn: number;
  /** The revision it knows. */
  readonly base: number;
  readonly fields: FormFields;
  /** One of the other saves, to be put in the draft's place. */
  readonly use?: string | undefined;
}

/** Why the door did not let a save in at all. */
export type DraftDoorRefusal = 'foreign' | 'signed-out' | 'too-many' | 'too-long' | 'invalid';

/** The draft as it stands after a save. */
export interface SavedDraft extends DraftState {
  /** The server did not have it yet. */
  readonly isNews: boolean;
}

/** What a save is answered with, as JSON. */
export type DraftReply =
  | { readonly ok: true; readonly value: SavedDraft }
  | { readonly ok: false; readonly reason: DraftRefusal | DraftDoorRefusal };

/** The HTTP status of each refusal. */
export const draftStatus: Readonly<Record<DraftRefusal | DraftDoorRefusal, number>> = {
  foreign: 403,
  'signed-out': 401,
  'too-many': 429,
  'too-long': 413,
  invalid: 400,
  'not-found': 404,
  'not-open': 409,
  outside: 409,
  stale: 409,
  settled: 409,
  answered: 409,
  late: 409,
};
