import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase } from '#db/client.ts';
import { type Engine, engine } from '#db/columns.ts';
import { createTemporaryDatabase } from '#db/postgres/temporary-database.ts';

/** An empty school for a benchmark. */
export interface Scratch {
  readonly engine: Engine;
  readonly url: string;
  readonly folder: string;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/**
 * Creates a new database on the server that DATABASE_URL names, or a file in a temporary folder. This process can open
 * one of its own engine only.
 */
export async function makeScratch(kind: Engine = engine): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'surefoot-bench-'));
  const made =
    kind === 'postgres' ? await createTemporaryDatabase(process.env.DATABASE_URL ?? '') : fileIn(folder);
  return {
    engine: kind,
    url: made.url,
    folder,
    open: async () => {
      const database = openDatabase(made.url);
      await migrate(database);
      return database;
    },
    remove: async () => {
      await made.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fileIn(folder: string) {
  return { url: `file:${join(folder, 'surefoot.db')}`, remove: async () => undefined };
}
