import { randomUUID } from 'node:crypto';
import { migrate, openDatabase } from '#db/client.ts';
import { engine } from '#db/columns.ts';
import { assertUsable, sqliteFile } from '#db/sqlite/file.ts';
import { ruleFor } from '#lib/mastery/test-rule.ts';
import { contentLibrary } from '#lib/server/content/library.ts';
import { withOneLibrary } from '#lib/server/content/one-library.ts';
import { forwardSocketAddress } from '#lib/server/door/peer-address.ts';
import { processSandbox } from '#lib/server/sandbox/sandbox.ts';
import type { AuthoringWorld, World } from '#lib/server/world.ts';
import { authSecret } from './auth-secret.ts';
import { env } from './env.ts';
import { followEdit } from './follow-edit.ts';
import { followedContent, serveRevisions, startFollowing } from './follow-revisions.ts';
import { onStop } from './stopping.ts';
import { isServing, startTimers } from './timers.ts';

async function makeWorld(): Promise<AuthoringWorld> {
  const settings = env();
  if (!settings.trustProxy) forwardSocketAddress();
  const secret = authSecret(settings);
  if (engine === 'sqlite') await assertUsable(sqliteFile(settings.databaseUrl), { isWhole: false });
  const database = openDatabase(settings.databaseUrl);
  await migrate(database);
  const plain: World = {
    database,
    now: () => new Date(),
    newId: () => randomUUID(),
    secret,
    sandbox: processSandbox(),
    testRule: ruleFor(settings.testQuestions),
    hasGuests: settings.guests,
    library: contentLibrary,
  };
  const made = { ...plain, content: followedContent(plain) };
  // Next replaces these expressions in its bundles, so they must be written out here.
  if (isServing({ NEXT_RUNTIME: process.env.NEXT_RUNTIME, NEXT_PHASE: process.env.NEXT_PHASE })) {
    await startTimers(made);
    await startFollowing(made);
    if (process.env.NODE_ENV === 'production') await followEdit(made);
    onStop({ close: () => database.close() });
  } else {
    await serveRevisions(made);
  }
  return made;
}

const globalName = Symbol.for('surefoot.world');

/** The world of this process, created on first use. It is stored on globalThis, so that a reload keeps the connection. */
export function world(): Promise<AuthoringWorld> {
  const existing: Promise<AuthoringWorld> | undefined = Reflect.get(globalThis, globalName);
  if (existing) return existing;
  const made = makeWorld();
  Reflect.set(globalThis, globalName, made);
  // After a failure, such as a database that is down, the next request tries again.
  made.catch(() => Reflect.deleteProperty(globalThis, globalName));
  return made;
}

/** The world for one request, in which the content stays as it was at the first look. */
export const requestWorld = async (): Promise<AuthoringWorld> => withOneLibrary(await world());
