import { defineConfig } from 'drizzle-kit';

// The engine is chosen as in production, by DATABASE_URL; generate-migrations.ts runs this once for each.
const onPostgres = process.env.DATABASE_URL?.startsWith('postgres');

export default defineConfig({
  dialect: onPostgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: onPostgres ? './db/migrations/postgres' : './db/migrations/sqlite',
});
