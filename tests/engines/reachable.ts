import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Runs `work` on a new connection and closes it. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function query(url: string, statement: string): Promise<pg.QueryResult> {
  return connected(url, (client) => client.query(statement));
}

/** Waits until the server answers; throws after 30 s or as soon as `isGone` returns true. */
export async function untilReachable(url: string, isGone: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + 30_000;
  for (;;) {
    try {
      await query(url, 'SELECT 1');
      return;
    } catch (error) {
      if (isGone() || performance.now() > deadlineMs) {
        throw new Error('The PostgreSQL server did not start', { cause: error });
      }
      await sleep(50);
    }
  }
}
