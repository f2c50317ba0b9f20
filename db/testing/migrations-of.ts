import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '#tests/temp-folder.ts';

/** Writes a folder as drizzle-kit does; each list of statements is one migration. */
export function migrationsOf(...migrations: string[][]): string {
  const folder = tempFolder('migrations');
  mkdirSync(join(folder, 'meta'));
  const journal = migrations.map((_, n) => ({
    idx: n,
    version: '7',
    when: n + 1,
    tag: `000${n}`,
    breakpoints: true,
  }));
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries: journal }));
  for (const [n, statements] of migrations.entries()) {
    writeFileSync(join(folder, `000${n}.sql`), statements.join('--> statement-breakpoint\n'));
  }
  return folder;
}

export const firstMigration = [
  'CREATE TABLE counters (id text PRIMARY KEY, used bigint NOT NULL);',
  'CREATE TABLE entries (id text PRIMARY KEY, counter_id text NOT NULL REFERENCES counters(id) ON DELETE CASCADE);',
  "INSERT INTO counters VALUES ('tries', 0);",
];
