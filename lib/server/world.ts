import { randomUUID } from 'node:crypto';
import { type Database, migrate, openDatabase } from '#db/client.ts';
import type { Library } from '#lib/lesson/library.ts';
import { ruleFor, type TestRule } from '#lib/mastery/test-rule.ts';
import { authSecret } from './auth-secret.ts';
import { env } from './env.ts';
import { isServing, keepTime } from './keep-time.ts';
import { contentLibrary } from './library.ts';
import { believeOnlyThePeer } from './peer-address.ts';
import { processSandbox, type Sandbox } from './sandbox/sandbox.ts';

/** Everything a workflow may reach beyond its input: the memory, the clock, chance, and the secret. */
export interface World {
  readonly database: Database;
  now(): Date;
  newId(): string;
  readonly secret: string;
  /** Where learners' programs run. */
  readonly sandbox: Sandbox;
  /** How concepts are tested here. */
  readonly testRule: TestRule;
  /** All compiled lessons. */
  library(): Promise<Library>;
}

async function makeWorld(): Promise<World> {
  const settings = env();
  if (!settings.trustProxy) believeOnlyThePeer();
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
    await keepTime(made);
  }
  return made;
}

const place = Symbol.for('surefoot.world');

/** The world of this process, made on first use. It lives on globalThis so that a reload keeps its one connection. */
export function world(): Promise<World> {
  const kept: Promise<World> | undefined = Reflect.get(globalThis, place);
  if (kept) return kept;
  const made = makeWorld();
  Reflect.set(globalThis, place, made);
  // A database that was down is tried again by the next request.
  made.catch(() => Reflect.deleteProperty(globalThis, place));
  return made;
}
