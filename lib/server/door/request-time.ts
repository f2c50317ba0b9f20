import { connection } from 'next/server';
import { world } from '#lib/server/host/process-world.ts';

/** The time of a request, for pages. Prerendering stops here, as it has no request. */
export async function requestTime(): Promise<Date> {
  await connection();
  return (await world()).now();
}
