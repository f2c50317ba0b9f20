import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

/** Ids of the migrations applied to this database, oldest first. */
export async function listAppliedMigrations({ db }: Pick<Database, 'db'>): Promise<number[]> {
  const rows = await db.select({ id: sql<number>`id` }).from(sql`schema_migrations`).orderBy(sql`id`);
  return rows.map(({ id }) => Number(id));
}

/** SQLite's messages about damage in its file, at most five; always empty on PostgreSQL. */
export async function listDamages({ db, engine }: Pick<Database, 'db' | 'engine'>): Promise<string[]> {
  if (engine !== 'sqlite') return [];
  const rows = await db.select({ message: sql<string>`integrity_check` }).from(sql`pragma_integrity_check`);
  return rows
    .map(({ message }) => message)
    .filter((message) => message !== 'ok')
    .slice(0, 5);
}
