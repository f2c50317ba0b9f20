import { expect, test } from 'vitest';
import { listAllBeliefs, recordItemBelief } from '#db/beliefs.ts';
import { engine } from '#db/columns.ts';
import { listLedger } from '#db/responses.ts';
import { listAllItemStandings, totalsWrite } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import { writeTogether } from '#db/write-together.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type Chance, chance } from '#lib/chance/chance.ts';
import { type Item, itemType } from '#lib/item/registry.ts';
import { recountBeliefs } from '#lib/server/mastery/recount-beliefs.ts';
import { recount } from '#lib/server/progress/recount.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { sampled } from '#tests/sampled.ts';
import { workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openHint } from './open-hint.ts';
import { startOver } from './start-over.ts';

const library = fixtureLibrary();
const world = testWorld(await testDatabase(), library);
const { db } = world.database;
const { contextOf, answer } = workflow(world);

const activities = ['try', 'practice', 'review', 'scale', 'project'];

/** One deed at random: an answer, right or wrong, a hint, or a start over. What is refused counts as nothing done. */
async function doSomething(user: SessionUser, luck: Chance): Promise<void> {
  const activity = activities[luck.below(activities.length)] ?? 'try';
  const context = await contextOf(user, activity);
  const item: Item | undefined = context.items[luck.below(context.items.length)];
  if (!item) throw new Error(`${activity} has no items`);
  world.pass(1_000 + luck.below(60 * 60_000));
  const deed = luck.below(10);
  if (deed === 0) await startOver(world, user, { lesson, activity });
  else if (deed === 1) {
    await openHint(world, user, { lesson, activity, sitting: context.address.ordinal, item: item.id });
  } else {
    const key = context.lesson.secrets.get(item.id)?.open().key;
    if (!key) throw new Error(`${item.id} has no key`);
    const given = itemType(item.type).exampleAnswer(item.body, key, deed < 6, luck);
    await answer(user, context, item.id, given);
  }
}

/** Each plays by a seed of its own. */
const players = sampled([1, 2, 3, 4, 5, 6, 7, 8], 2, `players on ${engine}`);

test.each(players)('whatever somebody does (%i), scores and points only grow', async (seed) => {
  const user = await addPerson(world, { userName: `player-${seed}` });
  const luck = chance(`player ${seed}`);
  const best = new Map<string, number>();
  let xp = 0;
  for (let deed = 0; deed < 60; deed += 1) {
    await doSomething(user, luck);
    for (const { itemId, bestScore } of await listAllItemStandings(db, user.id)) {
      expect(bestScore).toBeGreaterThanOrEqual(best.get(itemId) ?? 0);
      best.set(itemId, bestScore);
    }
    const now = (await findUserById(db, user.id))?.xp ?? 0;
    expect(now).toBeGreaterThanOrEqual(xp);
    xp = now;
  }
  expect(best.size).toBeGreaterThan(5);
});

test('every answer of the ledger, graded again, has the score that is stored', async () => {
  const people = players.map((seed) => `user-player-${seed}`);
  const ledger = await listLedger(db, people);
  expect(ledger.length).toBeGreaterThan(15 * players.length);
  for (const { itemId, itemVersion, answer, score, verdict } of ledger) {
    const found = library.item(itemId);
    if (!found) throw new Error(`${itemId} is gone`);
    expect(found.item.version).toBe(itemVersion);
    const { key } = found.secret.open();
    const again = itemType(found.item.type).grade(found.item.body, key, answer);
    expect(again.score).toBe(score);
    expect(again.correct).toBe(verdict === 'right');
  }
});

test('and every total equals a recount', async () => {
  expect(await recount(world)).toMatchObject({ people: players.length, differences: [] });
});

test('and every belief equals a replay, which mends what was spoilt', async () => {
  const replayed = await recountBeliefs(world);
  expect(replayed.answers).toBeGreaterThan(15 * players.length);
  expect(replayed.differences).toEqual([]);
  const [item] = (await listAllBeliefs(db)).items;
  if (!item) throw new Error('No item was believed anything of');
  await recordItemBelief(db, { ...item, mean: item.mean + 1 });
  const id = `user-player-${players[0]}`;
  await writeTogether(db, [totalsWrite({ id, abilityMean: 3, abilityVariance: 0.5, ledgerClock: 1 })]);
  const spoilt = await recountBeliefs(world, { repair: true });
  expect(spoilt.differences.map(({ belief, subject }) => `${belief}: ${subject}`)).toEqual([
    `items: ${item.itemId}`,
    `people: user-player-${players[0]}`,
  ]);
  expect((await recountBeliefs(world)).differences).toEqual([]);
});
