import { connection } from 'next/server';
import { env } from '#lib/server/host/env.ts';
import { removalScript, workerScript } from '#lib/server/offline/worker-script.ts';

/** The service worker; where the school has turned it off, a script that removes it. */
export async function GET(): Promise<Response> {
  await connection();
  return new Response(env().offline ? await workerScript() : removalScript, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
