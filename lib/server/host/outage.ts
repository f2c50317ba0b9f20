import type { Database } from '#db/client.ts';
import { type Outage, outageOf } from '#db/outage.mjs';
import { refuseWithStatus } from './current-request.mjs';
import { oncePerProcess } from './once-per-process.ts';
import { outageReasons } from './outage-reasons.mjs';

export type { Outage };

/** What the visitor reads whose change was not stored. */
export const outageWords: Readonly<Record<Outage, string>> = {
  full: 'This was not saved: the disk of the school’s server is full. Tell your teacher, and send it again when there is room.',
  locked: 'This was not saved: the school’s database was busy for too long. Send it again in a minute.',
  down: 'This was not saved: the school’s database does not answer. Send it again in a few minutes.',
  damaged: 'This was not saved: the school’s database is damaged. Tell your teacher.',
};

interface OutageState {
  last: { readonly outage: Outage; readonly atMs: number } | null;
}

const state = (): OutageState => oncePerProcess<OutageState>('outage', () => ({ last: null }));

/** A write that succeeds this soon after a failure may be a small one that found the last room. */
const settledMs = 10_000;

/** The outage that is going on; null when writes succeed. */
export function currentOutage(): Outage | null {
  return state().last?.outage ?? null;
}

/** Why nothing can be read from the database now; null when it can. */
export async function readOutage(database: Pick<Database, 'ping'>): Promise<Outage | null> {
  try {
    await database.ping();
    return null;
  } catch (error) {
    return noteFailure(error) ?? 'down';
  }
}

/** Remembers the outage behind an error, and logs its beginning in one line; null for a bug, which is not remembered. */
export function noteFailure(error: unknown, nowMs = performance.now()): Outage | null {
  const outage = outageOf(error);
  if (!outage) return null;
  if (state().last?.outage !== outage) console.error(`${outageReasons[outage]} (${driverWords(error)})`);
  state().last = { outage, atMs: nowMs };
  return outage;
}

/** What the driver said, in a line; the error around it holds the query and its values. */
function driverWords(error: unknown): string {
  if (error instanceof AggregateError) return driverWords(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? driverWords(error.cause) : (error.message.split('\n')[0] ?? '');
}

/** Called after the heartbeat, which writes, was stored. */
export function noteSuccess(nowMs = performance.now()): void {
  const { last } = state();
  if (!last || nowMs - last.atMs < settledMs) return;
  state().last = null;
  console.error('The database takes writes again.');
}

/** Runs `work`; during an outage the response is `whenOut`, with status 503. Bugs are thrown. */
export async function unlessOut<T>(
  work: () => Promise<T>,
  whenOut: (outage: Outage) => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const outage = noteFailure(error);
    if (!outage) throw error;
    refuseWithStatus(503);
    return whenOut(outage);
  }
}

/** The response of a route during an outage. */
export function outageResponse(outage: Outage): Response {
  return new Response(`${outageWords[outage]}\n`, {
    status: 503,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': '30',
    },
  });
}
