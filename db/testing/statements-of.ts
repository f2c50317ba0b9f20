import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { engine } from '#db/columns.ts';

type PostgresSnapshot = Awaited<ReturnType<typeof generateDrizzleJson>>;
type SqliteSnapshot = Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>;

/** The statements that `npm run migrations` writes for these tables, given a stored snapshot or none. */
export async function statementsOf(
  tables: Record<string, unknown>,
  stored?: PostgresSnapshot & SqliteSnapshot,
): Promise<string[]> {
  return engine === 'postgres'
    ? generateMigration(stored ?? generateDrizzleJson({}), generateDrizzleJson(tables))
    : generateSQLiteMigration(
        stored ?? (await generateSQLiteDrizzleJson({})),
        await generateSQLiteDrizzleJson(tables),
      );
}
