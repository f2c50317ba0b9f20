import type { FormFields } from '#lib/item/item-type.ts';
import type { DraftRejection, TemporaryFailure } from '#lib/sitting/autosave.ts';
import type { DraftState } from '#lib/sitting/draft.ts';
import type { DraftReply, DraftRequest, SavedDraft } from '#lib/sitting/draft-request.ts';
import type { DraftCopy, DraftPage, DraftStore } from './draft-store.ts';

/** What became of a save: stored, to be tried again, or refused for good. */
export type SendResult =
  | { readonly kind: 'saved'; readonly value: SavedDraft }
  | { readonly kind: 'failed'; readonly failure: TemporaryFailure }
  | { readonly kind: 'rejected'; readonly reason: DraftRejection };

export type SendDraft = (draft: DraftRequest) => Promise<SendResult>;

/** A request that takes longer counts as no connection. */
const timeoutMs = 10_000;

/** Below the 64 KB that a browser sends for pages that are being closed, all requests together. */
const maxKeepaliveBytes = 60_000;

/** Posts a draft in a way that continues when the page is closed. */
export async function sendDraft(draft: DraftRequest, post: typeof fetch = fetch): Promise<SendResult> {
  const body = new Blob([JSON.stringify(draft)], { type: 'application/json' });
  try {
    const response = await post('/api/drafts', {
      method: 'POST',
      body,
      keepalive: body.size < maxKeepaliveBytes,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const reply: DraftReply = await response.json();
    return reply.ok ? { kind: 'saved', value: reply.value } : refused(reply.reason);
  } catch {
    // No connection, no response in time, or a proxy that responds with something else.
    return { kind: 'failed', failure: 'offline' };
  }
}

function refused(reason: Extract<DraftReply, { ok: false }>['reason']): SendResult {
  if (reason === 'signed-out' || reason === 'unavailable') return { kind: 'failed', failure: reason };
  if (reason === 'too-many') return { kind: 'failed', failure: 'server' };
  return { kind: 'rejected', reason };
}

export interface ItemCopies {
  readonly store: DraftStore;
  readonly send: SendDraft;
  /** A save of the page that sends: its own copy is left alone, and the others are sent for its attempt. */
  readonly current: DraftRequest;
  /** Whether the form shows these fields already. */
  isShown(fields: FormFields): boolean;
  onSaved(draft: DraftState): void;
}

/** Sends the copies that earlier pages of an item have left. False when it has to be tried again. */
export async function resendItemCopies({
  store,
  send,
  current,
  isShown,
  onSaved,
}: ItemCopies): Promise<boolean> {
  for (const { body } of store.list(current)) {
    if (body.device === current.device) continue;
    if (isShown(body.fields)) {
      store.remove(body);
      continue;
    }
    const request = { ...body, version: current.version, key: current.key };
    const result = await send(request);
    if (result.kind === 'failed') return false;
    settle(store, request, result);
    if (result.kind === 'saved') onSaved(result.value);
  }
  return true;
}

/** A copy that the server does not take. */
export type RefusedCopy = DraftCopy & { readonly refused: DraftRejection };

export interface ResentCopies {
  /** The pages of what the server did not have before. */
  readonly saved: readonly DraftPage[];
  readonly refused: readonly RefusedCopy[];
}

/**
 * Sends the copies of all pages but that of `path`, whose forms send their own. Without a connection they stay for the
 * next time.
 */
export async function resendCopies(
  store: DraftStore,
  path: string,
  send: SendDraft = sendDraft,
): Promise<ResentCopies> {
  const saved: DraftPage[] = [];
  for (const { body, page, refused } of store.listAll()) {
    if (refused || page.path === path) continue;
    const result = await send(body);
    if (result.kind === 'failed') break;
    settle(store, body, result);
    if (result.kind === 'saved' && result.value.isNews) saved.push(page);
  }
  return { saved, refused: listRefused(store, path) };
}

function settle(
  store: DraftStore,
  body: DraftRequest,
  result: Exclude<SendResult, { kind: 'failed' }>,
): void {
  if (result.kind === 'rejected') return store.markRefused(body, result.reason);
  store.rememberReply(body, result.value);
  store.remove(body);
}

/** An item that is still open sends on its own page what was refused elsewhere. */
function listRefused(store: DraftStore, path: string): RefusedCopy[] {
  return store
    .listAll()
    .flatMap(({ refused, ...copy }) =>
      refused && (isFinal(refused) || copy.page.path !== path) ? [{ ...copy, refused }] : [],
    );
}

const isFinal = (reason: DraftRejection): boolean => reason === 'settled' || reason === 'late';
