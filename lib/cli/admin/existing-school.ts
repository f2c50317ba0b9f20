import { existsSync } from 'node:fs';
import { engineOf } from '#db/columns.ts';
import { assertUsable, sqliteFile } from '#db/sqlite/file.ts';
import { type Env, EnvironmentError } from '#lib/server/host/env.ts';

/**
 * Throws a sentence when there is no SQLite database yet, or one that cannot be used. A command that is meant for a school
 * would otherwise make an empty one, when it runs without the variables of the server, as from cron.
 */
export async function assertSchoolExists(
  { databaseUrl }: Pick<Env, 'databaseUrl'>,
  { isWhole }: { isWhole: boolean },
): Promise<void> {
  if (engineOf(databaseUrl) === 'postgres') return;
  const file = sqliteFile(databaseUrl);
  if (!existsSync(file) && !existsSync(`${file}-wal`))
    throw new EnvironmentError(
      `There is no database ${file}. Give this command the variables of the server, above all DATA_DIR or DATABASE_URL.`,
    );
  await assertUsable(file, { isWhole });
}
