import type { FormFields } from '#lib/item/item-type.ts';
import { sameFields } from './draft.ts';
import type { DraftReply } from './draft-wire.ts';

/** Why a save has not arrived; it is tried again. */
export type Trouble = 'offline' | 'signed-out' | 'server';

/** Why nothing more is sent from this page. */
export type Ended = Exclude<Extract<DraftReply, { ok: false }>['reason'], 'signed-out' | 'too-many'>;

/** What one page knows of the saves of one item. Times are in milliseconds since 1970. */
export interface Autosave {
  readonly fields: FormFields | null;
  /** Counts the changes made here; 0 before the first. */
  readonly turn: number;
  /** The last turn that the server has. */
  readonly saved: number;
  /** The newest revision of the draft known here. */
  readonly base: number;
  /** The turn on its way. */
  readonly sending: number | null;
  /** The first and the last change since the last save. */
  readonly since: number;
  readonly changedAt: number;
  readonly trouble: Trouble | null;
  /** Failures in a row, and when to try again. */
  readonly failures: number;
  readonly retryAt: number;
  readonly ended: Ended | null;
}

export type SaveEvent =
  | { readonly kind: 'changed'; readonly fields: FormFields; readonly at: number }
  | { readonly kind: 'sending' }
  | { readonly kind: 'saved'; readonly turn: number; readonly revision: number; readonly at: number }
  | { readonly kind: 'failed'; readonly turn: number; readonly trouble: Trouble; readonly at: number }
  | { readonly kind: 'ended'; readonly reason: Ended }
  | { readonly kind: 'online'; readonly at: number };

/** Sent when nothing was changed for a while … */
export const quietMs = 1_500;
/** … and at the latest so long after the first unsaved change. */
export const mostMs = 5_000;
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

export function beginSaving(revision: number): Autosave {
  return {
    fields: null,
    turn: 0,
    saved: 0,
    base: revision,
    sending: null,
    since: 0,
    changedAt: 0,
    trouble: null,
    failures: 0,
    retryAt: 0,
    ended: null,
  };
}

export function afterEvent(state: Autosave, event: SaveEvent): Autosave {
  switch (event.kind) {
    case 'changed':
      return changed(state, event.fields, event.at);
    case 'sending':
      return { ...state, sending: state.turn };
    case 'saved':
      return saved(state, event);
    case 'failed':
      return event.turn === state.sending ? failed(state, event.trouble, event.at) : state;
    case 'ended':
      return { ...state, sending: null, ended: event.reason };
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
    since: isUnsaved(state) ? state.since : at,
    changedAt: at,
    ended: state.ended === 'too-long' ? null : state.ended,
  };
}

function saved(state: Autosave, { turn, revision, at }: Extract<SaveEvent, { kind: 'saved' }>): Autosave {
  return {
    ...state,
    saved: Math.max(state.saved, turn),
    base: Math.max(state.base, revision),
    sending: state.sending === turn ? null : state.sending,
    since: at,
    trouble: null,
    failures: 0,
  };
}

function failed(state: Autosave, trouble: Trouble, at: number): Autosave {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** state.failures);
  return { ...state, sending: null, trouble, failures: state.failures + 1, retryAt: at + pauseMs };
}

/** Something was changed here that the server is not known to have. */
export const isUnsaved = ({ turn, saved }: Autosave): boolean => turn > saved;

/** Whether to send at once when the page or the form is left. */
export const mustSend = (state: Autosave): boolean =>
  isUnsaved(state) && state.sending !== state.turn && state.ended === null;

/** When to send without being asked; null when there is nothing to send or the last is still on its way. */
export function dueAt(state: Autosave): number | null {
  if (!mustSend(state) || state.sending !== null) return null;
  return state.failures > 0 ? state.retryAt : Math.min(state.changedAt + quietMs, state.since + mostMs);
}

/** What is shown beside the button. */
export type SaveLine = 'nothing' | 'saving' | 'saved' | Trouble | Ended;

export function saveLine(state: Autosave): SaveLine {
  if (state.ended) return state.ended;
  if (!isUnsaved(state)) return state.turn > 0 || state.base > 0 ? 'saved' : 'nothing';
  return state.trouble ?? 'saving';
}
