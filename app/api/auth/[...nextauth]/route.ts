import { answerAuth } from '#lib/server/door/auth-route.ts';
import { env } from '#lib/server/host/env.ts';
import { outageResponse, unlessOut } from '#lib/server/host/outage.ts';
import { world } from '#lib/server/host/process-world.ts';

async function handle(request: Request): Promise<Response> {
  return unlessOut(async () => answerAuth(await world(), env(), request), outageResponse);
}

export { handle as GET, handle as POST };
