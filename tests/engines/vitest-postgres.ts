import { isPglite, startPostgres } from './postgres.ts';

/** Starts one server for all workers of the project `postgres`; they inherit its address. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  console.log(`PostgreSQL: ${server.origin}`);
  process.env.DATABASE_URL = server.url;
  if (await isPglite(server.url)) process.env.DATABASE_POOL = '1';
  return () => server.stop();
}
