import type { Engine, Queries } from './columns.ts';
import type { Session, session } from './prepared.ts';

/** The four query builders, and under a symbol what runs prepared queries. */
export type Db = Queries & { readonly [session]: Session };
export type Tx = Db;

export interface Database {
  readonly engine: Engine;
  /** Reads committed data; each write commits by itself. */
  readonly db: Db;
  /** Commits everything or nothing. `work` may run again after a conflict, so its only side effects are on `tx`. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  applyMigrations(folder: string): Promise<void>;
  /** Writes a consistent copy while the database is in use; SQLite only. Throws when the file exists. */
  backupTo(file: string): Promise<void>;
  /** The durability settings of each connection, for `doctor` and tests. */
  settings(): Promise<Record<string, unknown>[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Is told the text of each statement before it is sent, for tests that count them. */
export type StatementObserver = (statement: string) => void;
