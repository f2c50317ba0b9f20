import { z } from 'zod';
import type { DraftState } from './draft.ts';
import type { DraftRefusal } from './refusals.ts';

/** The body of `POST /api/drafts`: the form fields of one item on a page, and which save of that page this is. */
export const draftRequest = z.object({
  lesson: z.string().max(120),
  activity: z.string().max(40),
  sitting: z.number().int().min(1),
  item: z.string().max(120),
  /** The version of the item on the page. */
  version: z.string().max(64),
  /** The idempotency key of the attempt that the draft is for. */
  key: z.string().max(400),
  /** A random id of the page, new for each attempt. */
  device: z.string().regex(/^[\w-]{8,64}$/),
  /** Counts the changes made on that page, from 1. */
  turn: z.number().int().min(1),
  /** The revision of the draft that the page knows; 0 is none. */
  base: z.number().int().min(0),
  fields: z.record(z.string().max(120), z.array(z.string().max(40_000)).max(60).readonly()),
  /** The id of a conflicting save that becomes the draft. */
  use: z.string().max(120).optional(),
});

export type DraftRequest = z.infer<typeof draftRequest>;

/** The item of a sitting that a draft belongs to. */
export type DraftItem = Pick<DraftRequest, 'lesson' | 'activity' | 'sitting' | 'item'>;

/** The attempt that a draft is for. */
export type DraftAttempt = DraftItem & Pick<DraftRequest, 'version' | 'key'>;

/** Why a request was refused before its draft was read. */
export type DraftRequestRefusal =
  | 'foreign'
  | 'signed-out'
  | 'too-many'
  | 'too-long'
  | 'invalid'
  /** The database cannot store it now. */
  | 'unavailable';

/** The draft after a save. */
export interface SavedDraft extends DraftState {
  /** False for a save that the server already had. */
  readonly isNews: boolean;
}

/** The response, as JSON. */
export type DraftReply =
  | { readonly ok: true; readonly value: SavedDraft }
  | { readonly ok: false; readonly reason: DraftRefusal | DraftRequestRefusal };

/**
 * The HTTP status of each refusal. That an answer overtook its draft, or its time, is ordinary and no fault of the request:
 * for such a draft the request succeeds, and a browser's console stays quiet.
 */
export const draftHttpStatus: Readonly<Record<DraftRefusal | DraftRequestRefusal, number>> = {
  foreign: 403,
  'signed-out': 401,
  'too-many': 429,
  'too-long': 413,
  invalid: 400,
  unavailable: 503,
  'not-found': 404,
  'not-open': 409,
  outside: 409,
  stale: 409,
  settled: 200,
  answered: 200,
  late: 200,
};
