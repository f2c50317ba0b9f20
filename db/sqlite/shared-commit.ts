import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import type { StatementObserver } from '#db/database.ts';
import type { OpenCommit, TakeLock, Writers } from './writer-queue.ts';

/** A commit waits for no more writes than these, so that the first of them is acknowledged soon. */
const mostWrites = 16;

export const rolledBack = 'SQLite has already rolled this transaction back';

interface SharedCommit extends OpenCommit {
  writes: number;
  /** Resolves once everything is on the disk, rejects if it was not stored. */
  readonly stored: Promise<void>;
  lose(error: unknown): void;
}

/**
 * Writes of one connection. Those that wait for their turn at the same time are committed together, since each commit waits
 * for the disk: every write but the first is in a savepoint, so that one that fails undoes itself only, and none is
 * reported as stored before the commit.
 */
export function sharedCommits(writer: Sqlite.Database, queue: Writers, onStatement: StatementObserver) {
  const send = (text: string): void => void writer.exec(text);
  let open: SharedCommit | null = null;
  let wasFull = false;

  async function begin(takeLock: TakeLock): Promise<SharedCommit> {
    // Requests that have arrived by now come along. After a full commit another process gets a chance to take the lock.
    await (wasFull ? sleep(2) : nextTurn());
    onStatement('BEGIN');
    await takeLock(() => send('BEGIN IMMEDIATE'));
    let settle = { store: (): void => undefined, lose: (_error: unknown): void => undefined };
    const stored = new Promise<void>((resolve, reject) => {
      settle = { store: resolve, lose: reject };
    });
    // Nobody waits for it when each of its writes has failed by itself.
    stored.catch(() => undefined);
    const end = (): void => {
      open = null;
      queue.setOpen(null);
      if (writer.inTransaction) send('ROLLBACK');
    };
    const begun: SharedCommit = {
      owner: writer,
      writes: 0,
      stored,
      commit: async (take) => {
        try {
          onStatement('COMMIT');
          await take(() => send('COMMIT'));
          settle.store();
        } catch (error) {
          settle.lose(error);
        } finally {
          end();
        }
      },
      lose: (error) => {
        end();
        settle.lose(error);
      },
    };
    open = begun;
    queue.setOpen(begun);
    return begun;
  }

  /** Undoes one write. A failure for which SQLite rolls everything back, such as a full disk, is one of all. */
  function undo(shared: SharedCommit, isFirst: boolean, error: unknown): void {
    if (isFirst || !writer.inTransaction) return shared.lose(error);
    send('ROLLBACK TO one');
    send('RELEASE one');
  }

  async function turn<T>(takeLock: TakeLock, work: () => T | Promise<T>) {
    const isFirst = open === null;
    const shared = open ?? (await begin(takeLock));
    shared.writes += 1;
    try {
      if (!isFirst) send('SAVEPOINT one');
      const result = await work();
      if (!writer.inTransaction) throw new Error(rolledBack);
      if (!isFirst) send('RELEASE one');
      return { result, stored: shared.stored };
    } catch (error) {
      undo(shared, isFirst, error);
      throw error;
    } finally {
      wasFull = shared.writes >= mostWrites;
      const mayWait = queue.isFollowed() && !wasFull;
      if (open === shared && !mayWait) await shared.commit(takeLock);
    }
  }

  return {
    /** Commits everything that `work` writes, or nothing. */
    async transaction<T>(work: () => Promise<T>): Promise<T> {
      const { result, stored } = await queue.enqueue(writer, (takeLock) => turn(takeLock, work));
      await stored;
      return result;
    },
    /** Runs one statement that commits by itself. */
    async write<T>(statement: () => T): Promise<T> {
      const { result, stored } = await queue.enqueue(writer, async (takeLock) => {
        if (open !== null || queue.isFollowed()) return turn(takeLock, statement);
        return { result: await takeLock(statement), stored: null };
      });
      await stored;
      return result;
    },
  };
}
