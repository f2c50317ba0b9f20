import { ClockRequest, readClock } from '#lib/server/clock/read-clock.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { outageResponse, unlessOut } from '#lib/server/host/outage.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';

/** The server’s clock for an item that the user has open; 204 for one that is not open (any more). Read-only. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'Cache-Control': 'private, no-store' };
  const question = ClockRequest.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return unlessOut(async () => {
    if (!question.success) return new Response(null, { status: 400, headers });
    const user = await currentUser();
    const facts = user && (await readClock(await requestWorld(), user, question.data));
    return facts ? Response.json(facts, { headers }) : new Response(null, { status: 204, headers });
  }, outageResponse);
}
