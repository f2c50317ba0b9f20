import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

/** Ids of the migrations this database has seen, oldest first. */
export async function listAppliedMigrations({ db }: Pick<Database, 'db'>): Promise<number[]> {
  const rows = await db.select({ id: sql<number>`id` }).from(sql`schema_migrations`).orderBy(sql`id`);
  return rows.map(({ id }) => Number(id));
}

/** What is damaged in the file, in SQLite's words; nothing when it is whole. PostgreSQL looks after itself. */
export async function listDamages({ db, engine }: Pick<Database, 'db' | 'engine'>): Promise<string[]> {
  if (engine !== 'sqlite') return [];
  const rows = await db.select({ words: sql<string>`integrity_check` }).from(sql`pragma_integrity_check`);
  return rows
    .map(({ words }) => words)
    .filter((words) => words !== 'ok')
    .slice(0, 5);
}
