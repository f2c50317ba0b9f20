import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Database, openDatabase } from '#db/client.ts';
import { listAppliedMigrations, listDamages } from '#db/health.ts';
import { countUsersByRole } from '#db/users.ts';
import { attacksNow } from '#lib/server/door/sign-in-alerts.ts';
import { assertDatabase } from './check-database.ts';
import { contentProblem } from './check-folders.ts';
import type { Env } from './env.ts';
import { accessProblem } from './file-access.ts';

export interface Diagnosis {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly about: string;
  readonly message: string;
}

type Finding = Omit<Diagnosis, 'about'>;
const passed = (message: string): Finding => ({ level: 'ok', message });
const warning = (message: string): Finding => ({ level: 'warn', message });
const failure = (message: string): Finding => ({ level: 'fail', message });

/** Checks everything that a start depends on, and changes nothing. A check that throws is a failure. */
export async function* diagnose(env: Env, root: string): AsyncGenerator<Diagnosis> {
  yield await runCheck('environment', async () => address(env));
  yield await runCheck('data folder', async () => dataFolder(env));
  yield await runCheck('secret', async () => secret(env));
  yield await runCheck('content', () => content(env));
  const file = join(env.dataDir, 'surefoot.db');
  // A log without its database is damage, which the check of the database reports.
  if (!env.databaseUrl && !existsSync(file) && !existsSync(`${file}-wal`)) {
    yield { level: 'warn', about: 'database', message: 'There is none yet. The first start makes it.' };
    return;
  }
  yield* database(env, root);
}

async function* database(env: Env, root: string): AsyncGenerator<Diagnosis> {
  let opened: Database | undefined;
  yield await runCheck('database', async () => {
    await assertDatabase(env);
    opened = openDatabase(env.databaseUrl);
    await opened.ping();
    return passed(opened.engine === 'sqlite' ? 'SQLite answers' : 'PostgreSQL answers');
  });
  if (!opened) return;
  const known = opened;
  yield await runCheck('durability', () => durability(known));
  yield await runCheck('migrations', () => migrations(known, root));
  yield await runCheck('integrity', () => integrity(known));
  yield await runCheck('people', () => people(known));
  yield await runCheck('sign-ins', () => signIns(known));
  await known.close();
}

async function runCheck(about: string, check: () => Promise<Finding>): Promise<Diagnosis> {
  try {
    return { about, ...(await check()) };
  } catch (error) {
    // The message of a foreign system is shown to the operator as it is.
    return {
      about,
      ...failure(accessProblem(error) ?? (error instanceof Error ? error.message : String(error))),
    };
  }
}

function address({ publicUrl, signUp, oidc, demo }: Env): Finding {
  const { protocol, hostname } = new URL(publicUrl);
  const facts = `${publicUrl}, sign-up ${signUp}, school sign-in ${oidc ? 'on' : 'off'}`;
  if (demo)
    return warning(`${facts}. This is a demo: anyone may be anyone. Leave SUREFOOT_DEMO out for a school.`);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'https:' || isLocal) return passed(facts);
  return warning(
    `${facts}. Passwords travel in the clear: put a proxy with https in front and set PUBLIC_URL.`,
  );
}

function dataFolder({ dataDir }: Env): Finding {
  if (!existsSync(dataDir)) return warning(`${dataDir} is made by the first start`);
  if (!statSync(dataDir).isDirectory()) return failure(`${dataDir} is a file. Set DATA_DIR to a folder.`);
  accessSync(dataDir, constants.R_OK | constants.W_OK);
  return passed(dataDir);
}

function secret({ authSecret, dataDir }: Env): Finding {
  if (authSecret !== undefined) return passed('from AUTH_SECRET');
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) return passed('made by the first start');
  accessSync(file, constants.R_OK);
  return (statSync(file).mode & 0o077) === 0
    ? passed(file)
    : failure(`Others can read ${file}. Run: chmod 600 ${file}`);
}

async function content({ contentDir: dir }: Env): Promise<Finding> {
  const problem = contentProblem(dir);
  if (problem) return failure(problem);
  const files = await readdir(dir, { recursive: true });
  const lessons = files.filter((file) => basename(file) === 'lesson.mdx').length;
  if (lessons === 0) return warning(`No lesson was found under ${dir}.`);
  return passed(
    `${lessons === 1 ? '1 lesson' : `${lessons} lessons`} under ${dir}. "npm run content -- check" checks them.`,
  );
}

const durable: Record<string, readonly unknown[]> = {
  journal_mode: ['wal'],
  synchronous: [2, 3],
  foreign_keys: [1],
  fsync: ['on'],
  synchronous_commit: ['on', 'remote_apply', 'remote_write', 'local'],
};

async function durability(database: Database): Promise<Finding> {
  const settings = (await database.settings()).flatMap((connection) => Object.entries(connection));
  const weak = settings.filter(([name, value]) => durable[name]?.includes(value) === false);
  if (weak.length === 0) return passed('An acknowledged answer survives a power cut');
  return failure(
    `An acknowledged answer may be lost: ${weak.map(([name, value]) => `${name} is ${value}`).join(', ')}`,
  );
}

async function migrations(database: Database, root: string): Promise<Finding> {
  const file = join(root, 'db', 'migrations', database.engine, 'meta', '_journal.json');
  const { entries }: { entries: { when: number }[] } = JSON.parse(await readFile(file, 'utf8'));
  const applied = new Set(await listAppliedMigrations(database));
  const missing = entries.filter(({ when }) => !applied.has(when)).length;
  const foreign = applied.size - (entries.length - missing);
  if (foreign > 0) return failure('This database is newer than this Surefoot. Install the newer version.');
  return missing === 0
    ? passed(`${entries.length} applied`)
    : warning(`${missing} of ${entries.length} wait for the next start`);
}

async function integrity(database: Database): Promise<Finding> {
  if (database.engine !== 'sqlite') return passed('PostgreSQL checks itself');
  const damages = await listDamages(database);
  return damages.length === 0
    ? passed('The file is whole')
    : failure(`Restore a backup. ${damages.join('; ')}`);
}

async function people(database: Database): Promise<Finding> {
  const counts = await countUsersByRole(database.db);
  const summary = counts.map(({ role, n }) => `${n} ${role}`).join(', ');
  if (counts.some(({ role }) => role === 'admin')) return passed(summary);
  return warning(`${summary || 'Nobody'}, and no admin. Run: npm run admin -- create-owner`);
}

async function signIns(database: Database): Promise<Finding> {
  const { accounts, addresses } = await attacksNow(database.db, new Date());
  if (accounts + addresses === 0) return passed('Nobody is guessing passwords');
  return warning(
    `Somebody is guessing passwords. Within the last hour, accounts attacked: ${accounts}, addresses that guessed: ${addresses}. The log of the server names them.`,
  );
}
