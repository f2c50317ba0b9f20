import { connection } from 'next/server';
import { isError } from '#lib/lesson/finding.ts';
import { currentOutage, readOutage } from '#lib/server/host/outage.ts';
import { outageReasons } from '#lib/server/host/outage-reasons.mjs';
import { world } from '#lib/server/host/process-world.ts';
import { isStopping } from '#lib/server/host/stopping.ts';

/** For supervisors and proxies: whether this process can serve requests. It reveals nothing else. */
export async function GET(): Promise<Response> {
  await connection();
  const headers = { 'Cache-Control': 'no-store' };
  if (isStopping())
    return Response.json({ status: 'stopping', reason: 'The server is stopping.' }, { status: 503, headers });
  const reason = await problem();
  return Response.json(reason ? { status: 'unwell', reason } : { status: 'ok' }, {
    status: reason ? 503 : 200,
    headers,
  });
}

async function problem(): Promise<string | null> {
  const here = await logged('Surefoot cannot start', world);
  if (!here) return 'Surefoot cannot start. The log of the server says why.';
  const { database, library } = here;
  const outage = (await readOutage(database)) ?? currentOutage();
  if (outage) return outageReasons[outage];
  const lessons = await logged('The lessons cannot be read', library);
  if (!lessons) return 'The lessons cannot be read.';
  const errors = lessons.findings.filter(isError).length;
  return errors === 0 ? null : `The lessons have ${errors} errors. "npm run content -- check" lists them.`;
}

/** The result, or null after logging the error: details of other systems never reach the visitor. */
async function logged<T>(what: string, attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt();
  } catch (error) {
    console.error(what, error);
    return null;
  }
}
