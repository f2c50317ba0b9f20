import { answerAuth } from '#lib/server/door/auth-route.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';

async function handle(request: Request): Promise<Response> {
  return answerAuth(await world(), env(), request);
}

export { handle as GET, handle as POST };
