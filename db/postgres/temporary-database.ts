import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Creates an empty database on the same PostgreSQL server, for benchmarks that must not touch the given one. */
export async function createTemporaryDatabase(
  url: string,
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `surefoot_bench_${randomBytes(4).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const created = new URL(url);
  created.pathname = `/${name}`;
  return { url: created.href, remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
