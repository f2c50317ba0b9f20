import { defineConfig } from 'drizzle-kit';

// DATABASE_URL chooses the engine, as in production. generate-migrations.ts loads this file once for each engine.
const onPostgres = process.env.DATABASE_URL?.startsWith('postgres');

export default defineConfig({
  dialect: onPostgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: onPostgres ? './db/migrations/postgres' : './db/migrations/sqlite',
});
