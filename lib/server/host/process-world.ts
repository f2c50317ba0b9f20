import { randomUUID } from 'node:crypto';
import { migrate, openDatabase } from '#db/client.ts';
import { ruleFor } from '#lib/mastery/test-rule.ts';
import { contentLibrary } from '#lib/server/content/library.ts';
import { forwardSocketAddress } from '#lib/server/door/peer-address.ts';
import { processSandbox } from '#lib/server/sandbox/sandbox.ts';
import type { World } from '#lib/server/world.ts';
import { authSecret } from './auth-secret.ts';
import { env } from './env.ts';
import { isServing, startTimers } from './timers.ts';

async function makeWorld(): Promise<World> {
  const settings = env();
  if (!settings.trustProxy) forwardSocketAddress();
  const secret = authSecret(settings);
  const database = openDatabase(settings.databaseUrl);
  await migrate(database);
  const made = {
    database,
    now: () => new Date(),
    newId: () => randomUUID(),
    secret,
    sandbox: processSandbox(),
    testRule: ruleFor(settings.testQuestions),
    library: contentLibrary,
  };
  // Next writes NEXT_RUNTIME into what it bundles, so it must be spelled out here.
  if (isServing({ NEXT_RUNTIME: process.env.NEXT_RUNTIME, NEXT_PHASE: process.env.NEXT_PHASE })) {
    await startTimers(made);
  }
  return made;
}

const context = Symbol.for('surefoot.world');

/** The world of this process, made on first use. It lives on globalThis so that a reload keeps its one connection. */
export function world(): Promise<World> {
  const kept: Promise<World> | undefined = Reflect.get(globalThis, context);
  if (kept) return kept;
  const made = makeWorld();
  Reflect.set(globalThis, context, made);
  // A database that was down is tried again by the next request.
  made.catch(() => Reflect.deleteProperty(globalThis, context));
  return made;
}
