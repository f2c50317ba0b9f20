import { openDatabase } from '#db/client.ts';
import { chance } from '#lib/chance/chance.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import { itemType } from '#lib/item/registry.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { env } from '#lib/server/host/env.ts';
import { processSandbox } from '#lib/server/sandbox/sandbox.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { type RaceResult, type RaceTask, raceSecret } from './race-messages.ts';
import { personOf } from './racers.ts';

// One of the racing processes: it submits all answers of a task at once; other processes use the same idempotency keys.

const settings = env();
const database = openDatabase(settings.databaseUrl);
const library = await loadLibrary(settings.contentDir, compiledFolder());
const me = process.pid;
let ids = 0;
const world: World = {
  database,
  secret: raceSecret,
  now: () => new Date(),
  newId: () => {
    ids += 1;
    return `${me}-${ids}`;
  },
  sandbox: processSandbox(),
  testRule: standardRule,
  hasGuests: true,
  library: async () => library,
};

async function submit(race: number, itemId: string, key: string): Promise<keyof RaceResult> {
  const found = library.item(itemId);
  if (!found) throw new Error(`There is no item ${itemId}`);
  const { lesson, activity } = found;
  const user = personOf(race);
  const name = { lesson: lesson.id, activity };
  const context = await findActivityContext(database.db, world, {
    userId: user.id,
    name,
    now: world.now(),
  });
  if (!context) throw new Error(`${itemId} cannot be served`);
  const { item, secret } = askedItem(found, context.seed, undefined);
  const wrong = itemType(item.type).exampleAnswer(item.body, secret.open().key, false, chance(key));
  const reply = await postAnswer(world, user, { page: context, item, idempotencyKey: key, answer: wrong });
  if (reply.ok) return 'recorded';
  return reply.reason === 'no-attempts' ? 'limited' : 'errors';
}

async function run({ races, itemId, idempotencyKeys }: RaceTask): Promise<RaceResult> {
  const result = { recorded: 0, limited: 0, errors: 0 };
  const submissions = races.flatMap((race) =>
    idempotencyKeys.map(async (idempotencyKey) => {
      try {
        result[await submit(race, itemId, `${race}/${idempotencyKey}`)] += 1;
      } catch (error) {
        if (result.errors === 0) console.error(error);
        result.errors += 1;
      }
    }),
  );
  await Promise.all(submissions);
  return result;
}

process.on('message', async (start: RaceTask | 'end') => {
  if (start === 'end') {
    await database.close();
    process.disconnect();
    return;
  }
  process.send?.(await run(start));
});
process.send?.('ready');
