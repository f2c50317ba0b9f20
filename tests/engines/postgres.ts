import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Client } from 'pg';
import { findServerBinaries, startCluster } from './cluster.ts';
import { connected, query } from './reachable.ts';

export interface PostgresServer {
  /** The address of a database whose name is the prefix of every database that this run creates. */
  readonly url: string;
  readonly origin: string;
  stop(): Promise<void>;
}

/** A PostgreSQL server for this run: that of TEST_DATABASE_URL, else an installed one, else PGlite. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return runOn(given, 'the server of TEST_DATABASE_URL', async () => undefined);

  const binaries = findServerBinaries();
  if (!binaries) return startPglite('PGlite, as no PostgreSQL server is installed');
  try {
    const cluster = await startCluster(binaries);
    return await runOn(cluster.url, `a temporary cluster of ${binaries}`, () => cluster.stop());
  } catch (error) {
    return startPglite(`PGlite, as ${binaries} failed: ${error instanceof Error ? error.message : error}`);
  }
}

async function runOn(url: string, origin: string, stop: () => Promise<void>): Promise<PostgresServer> {
  const name = `surefoot_test_${randomBytes(4).toString('hex')}`;
  await query(url, `CREATE DATABASE ${name}`);
  return {
    url: named(url, name),
    origin,
    stop: async () => {
      await connected(url, (client) => dropAll(client, name));
      await stop();
    },
  };
}

async function dropAll(client: Client, prefix: string): Promise<void> {
  const ours = 'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)';
  const { rows } = await client.query<{ name: string }>(ours, [prefix]);
  for (const { name } of rows) {
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

function named(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * PostgreSQL as WebAssembly in this process, with one session and one database behind every connection:
 * use DATABASE_POOL=1, and start another PGlite for another database.
 */
export async function startPglite(origin = 'PGlite'): Promise<PostgresServer> {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 32 });
  await server.start();
  return {
    url: `postgres://postgres:postgres@${server.getServerConn()}/postgres`,
    origin,
    stop: async () => {
      await server.stop();
      await db.close();
    },
  };
}

/** On PGlite, concurrent connections block one another or mix up their queries. */
export async function isPglite(url: string): Promise<boolean> {
  const { rows } = await query(url, 'SELECT version() AS version');
  return String(rows[0]?.version).includes('PGlite');
}

export interface Template {
  readonly name: string;
  fill(url: string): Promise<void>;
}

/** A new copy of a template database, which is filled once per run, however many processes ask for it. */
export async function freshDatabase(
  serverUrl: string,
  { name: suffix, fill }: Template,
): Promise<PostgresServer> {
  if (await isPglite(serverUrl)) {
    const own = await startPglite();
    await fill(own.url);
    return own;
  }
  const run = new URL(serverUrl).pathname.slice(1);
  const template = `${run}_${suffix}`;
  await onceFilled(serverUrl, template, fill);
  const name = `${run}_${randomBytes(4).toString('hex')}`;
  await query(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: named(serverUrl, name),
    origin: serverUrl,
    stop: async () => {
      await query(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onceFilled(
  serverUrl: string,
  template: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  await connected(serverUrl, async (client) => {
    // The lock ends with the connection, so a killed process does not block the others.
    await client.query('SELECT pg_advisory_lock(1)');
    const { rows } = await client.query(
      'SELECT datistemplate AS filled FROM pg_database WHERE datname = $1',
      [template],
    );
    if (rows[0]?.filled) return;
    await client.query(`DROP DATABASE IF EXISTS ${template}`);
    await client.query(`CREATE DATABASE ${template}`);
    await fill(named(serverUrl, template));
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
}
