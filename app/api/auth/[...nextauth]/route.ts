import { answerAuth } from '#lib/server/auth-route.ts';
import { env } from '#lib/server/env.ts';
import { world } from '#lib/server/world.ts';

async function handle(request: Request): Promise<Response> {
  return answerAuth(await world(), env(), request);
}

export { handle as GET, handle as POST };
