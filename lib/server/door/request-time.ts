import { connection } from 'next/server';
import { world } from '#lib/server/host/process-world.ts';

/** The time of a request, for pages. A page that is made ahead of any request waits here: it has no now. */
export async function requestTime(): Promise<Date> {
  await connection();
  return (await world()).now();
}
