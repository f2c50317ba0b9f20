import type { FormFields } from '#lib/item/item-type.ts';
import { sameFields } from './draft.ts';
import type { DraftReply } from './draft-request.ts';

/** Why a save failed. The page retries it. */
export type TemporaryFailure = 'offline' | 'signed-out' | 'server' | 'unavailable';

/** Why the server refused a save for good. */
export type DraftRejection = Exclude<
  Extract<DraftReply, { ok: false }>['reason'],
  'signed-out' | 'too-many' | 'unavailable'
>;

/** The state of one page’s saves for one item. Times are in milliseconds since 1970. */
export interface Autosave {
  readonly fields: FormFields | null;
  /** Counts the changes made on this page; 0 before the first. */
  readonly turn: number;
  /** The last turn that the server has acknowledged. */
  readonly saved: number;
  /** The newest revision of the draft known to this page. */
  readonly base: number;
  /** The turn that is being sent. */
  readonly sending: number | null;
  /** When the oldest unsaved change was made. */
  readonly unsavedSince: number;
  /** When the newest change was made. */
  readonly changedAt: number;
  readonly failure: TemporaryFailure | null;
  /** Consecutive failures, and when to retry. */
  readonly failures: number;
  readonly retryAt: number;
  readonly rejection: DraftRejection | null;
}

export type SaveEvent =
  | { readonly kind: 'changed'; readonly fields: FormFields; readonly at: number }
  | { readonly kind: 'sending' }
  | { readonly kind: 'saved'; readonly turn: number; readonly revision: number; readonly at: number }
  | {
      readonly kind: 'failed';
      readonly turn: number;
      readonly failure: TemporaryFailure;
      readonly at: number;
    }
  | { readonly kind: 'rejected'; readonly reason: DraftRejection }
  | { readonly kind: 'online'; readonly at: number };

/** A save is sent after this time without a change … */
const idleMs = 1_500;
/** … and at most this time after the first unsaved change. */
const maxUnsavedMs = 5_000;
const firstRetryMs = 2_000;
const maxRetryMs = 60_000;

/** Milliseconds to wait after a failure that follows `failures` consecutive ones. */
export const retryDelayMs = (failures: number): number => Math.min(maxRetryMs, firstRetryMs * 2 ** failures);

/** The state of a new page. `revision`: that of the draft loaded with the page, 0 without one. */
export function initialAutosave(revision: number): Autosave {
  return {
    fields: null,
    turn: 0,
    saved: 0,
    base: revision,
    sending: null,
    unsavedSince: 0,
    changedAt: 0,
    failure: null,
    failures: 0,
    retryAt: 0,
    rejection: null,
  };
}

/** The state after an event; a failure of a save that is no longer awaited is ignored. */
export function afterEvent(state: Autosave, event: SaveEvent): Autosave {
  switch (event.kind) {
    case 'changed':
      return changed(state, event.fields, event.at);
    case 'sending':
      return { ...state, sending: state.turn };
    case 'saved':
      return saved(state, event);
    case 'failed':
      return event.turn === state.sending ? failed(state, event.failure, event.at) : state;
    case 'rejected':
      return { ...state, sending: null, rejection: event.reason };
    case 'online':
      return { ...state, retryAt: event.at };
  }
}

function changed(state: Autosave, fields: FormFields, at: number): Autosave {
  if (state.fields && sameFields(state.fields, fields)) return state;
  return {
    ...state,
    fields,
    turn: state.turn + 1,
    unsavedSince: isUnsaved(state) ? state.unsavedSince : at,
    changedAt: at,
    // A shorter text may be accepted.
    rejection: state.rejection === 'too-long' ? null : state.rejection,
  };
}

function saved(state: Autosave, { turn, revision, at }: Extract<SaveEvent, { kind: 'saved' }>): Autosave {
  return {
    ...state,
    saved: Math.max(state.saved, turn),
    base: Math.max(state.base, revision),
    sending: state.sending === turn ? null : state.sending,
    unsavedSince: at,
    failure: null,
    failures: 0,
  };
}

function failed(state: Autosave, failure: TemporaryFailure, at: number): Autosave {
  const retryAt = at + retryDelayMs(state.failures);
  return { ...state, sending: null, failure, failures: state.failures + 1, retryAt };
}

/** Whether the server has not acknowledged the last change. */
export const isUnsaved = ({ turn, saved }: Autosave): boolean => turn > saved;

/** Whether a change is neither saved nor being sent. Such a change is sent at once when the learner leaves the page or the form. */
export const needsSending = (state: Autosave): boolean =>
  isUnsaved(state) && state.sending !== state.turn && state.rejection === null;

/** When to send the next save; null when there is nothing to send or a save is being sent. */
export function sendAt(state: Autosave): number | null {
  if (!needsSending(state) || state.sending !== null) return null;
  return state.failures > 0
    ? state.retryAt
    : Math.min(state.changedAt + idleMs, state.unsavedSince + maxUnsavedMs);
}

/** What is shown beside the button. */
export type SaveStatus = 'unchanged' | 'saving' | 'saved' | TemporaryFailure | DraftRejection;

export function saveStatus(state: Autosave): SaveStatus {
  if (state.rejection) return state.rejection;
  if (!isUnsaved(state)) return state.turn > 0 || state.base > 0 ? 'saved' : 'unchanged';
  return state.failure ?? 'saving';
}
