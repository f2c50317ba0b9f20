import type { Ended, Trouble } from '#lib/sitting/autosave.ts';
import type { DraftBody, DraftReply, SavedDraft } from '#lib/sitting/draft-wire.ts';

/** What became of a save: kept, to be tried again, or never to be taken from this page. */
export type SentDraft =
  | { readonly kind: 'saved'; readonly value: SavedDraft }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'ended'; readonly reason: Ended };

/** No answer after so long is no connection. */
const patienceMs = 10_000;

/** What a browser sends on behalf of pages that are being closed, all together, in bytes. */
const mostKeptAlive = 60_000;

/** Sends a save; it arrives also when the page is closed at once. */
export async function sendDraft(draft: DraftBody): Promise<SentDraft> {
  const body = new Blob([JSON.stringify(draft)], { type: 'application/json' });
  try {
    const response = await fetch('/api/drafts', {
      method: 'POST',
      body,
      keepalive: body.size < mostKeptAlive,
      signal: AbortSignal.timeout(patienceMs),
    });
    const reply: DraftReply = await response.json();
    return reply.ok ? { kind: 'saved', value: reply.value } : refused(reply.reason);
  } catch {
    // No connection, no answer in time, or something between us that answers for the server.
    return { kind: 'trouble', trouble: 'offline' };
  }
}

function refused(reason: Extract<DraftReply, { ok: false }>['reason']): SentDraft {
  if (reason === 'signed-out') return { kind: 'trouble', trouble: reason };
  if (reason === 'too-many') return { kind: 'trouble', trouble: 'server' };
  return { kind: 'ended', reason };
}
