import { readMigrationFiles } from 'drizzle-orm/migrator';

export interface MigrationRunner {
  readonly run: (statements: string) => Promise<unknown>;
  readonly select: (query: string) => Promise<readonly { id: unknown }[]>;
}

/** Applies missing migrations, oldest first. The caller holds the lock and runs the transaction. */
export async function applyMigrations(folder: string, migrator: MigrationRunner): Promise<void> {
  await migrator.run(
    'CREATE TABLE IF NOT EXISTS schema_migrations (id bigint PRIMARY KEY, hash text NOT NULL)',
  );
  const rows = await migrator.select('SELECT id FROM schema_migrations');
  const applied = new Set(rows.map(({ id }) => Number(id)));
  const known = readMigrationFiles({ migrationsFolder: folder });

  const unknown = [...applied].filter((id) => !known.some(({ folderMillis }) => folderMillis === id));
  if (unknown.length > 0) {
    throw new Error(
      `The database is newer than this Surefoot: migration ${unknown.join(', ')} is not in ${folder}`,
    );
  }
  for (const { folderMillis, hash, sql } of known.filter(
    (migration) => !applied.has(migration.folderMillis),
  )) {
    for (const statements of sql) await migrator.run(statements);
    await migrator.run(`INSERT INTO schema_migrations (id, hash) VALUES (${folderMillis}, '${hash}')`);
  }
}
