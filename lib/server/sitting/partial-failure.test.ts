import { expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import type { Database, Tx } from '#db/client.ts';
import { listLateAnswers } from '#db/late-answers.ts';
import { listLedger } from '#db/responses.ts';
import { listServings } from '#db/servings.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { postAnswer } from '#lib/cli/demo/post-answer.ts';
import type { World } from '#lib/server/world.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { testDatabase } from '#tests/world.ts';
import { findActivityContext } from './find-activity-context.ts';
import { openNextItem, startSitting } from './start-sitting.ts';

// Faults B5 and B9: whichever write of an answer fails, nothing of it is kept and the next try is taken.

const database = await testDatabase();
const library = fixtureLibrary();
const world = testWorld(database, library);
const { db } = database;

/** A database whose transactions fail at their nth write. */
function failingAt(nth: number): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((tx) => {
        let writes = 0;
        const counted = <M extends (...given: never[]) => unknown>(build: M) =>
          ((...given: Parameters<M>) => {
            writes += 1;
            if (writes === nth) throw new Error(`Write ${nth} failed`);
            return build(...given);
          }) as unknown as M;
        const { select, insert, update, delete: remove } = tx;
        const faulty: Tx = {
          select,
          insert: counted(insert),
          update: counted(update),
          delete: counted(remove),
        };
        return work(faulty);
      }),
  };
}

const name = (activity: string) => ({ lesson: fixtureLessonId, activity });

async function answer(
  within: World,
  {
    user,
    activity,
    itemId,
    key,
  }: { readonly user: SessionUser; readonly activity: string; readonly itemId: string; readonly key: string },
) {
  const place = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: user.id,
    name: name(activity),
    now: world.now(),
  });
  const found = library.item(itemId);
  if (!place || !found) throw new Error(`There is no ${itemId}`);
  return postAnswer(within, user, {
    page: place,
    item: found.item,
    attemptKey: key,
    answer: { options: ['yes'] },
  });
}

async function everythingOf(user: SessionUser) {
  const place = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: user.id,
    name: name('challenge'),
    now: world.now(),
  });
  return {
    ledger: await listLedger(db, [user.id]),
    items: await listAllItemStandings(db, user.id),
    activities: await listActivityStandings(db, [user.id]),
    badges: await listBadges(db, user.id),
    servings: await listServings(db, place?.latest?.id ?? ''),
    person: await findUserById(db, user.id),
    closed: place?.latest?.closedAt ?? null,
  };
}

/** Problems of the fixture's challenge that are answered by an option, all but the last one solved. */
async function atTheLastProblem(userName: string) {
  const user = await addPerson(world, { userName });
  await startSitting(world, user, name('challenge'));
  const place = await findActivityContext(db, {
    library,
    secret: world.secret,
    userId: user.id,
    name: name('challenge'),
    now: world.now(),
  });
  const items = place?.open?.itemIds ?? [];
  for (const [at, id] of items.entries()) {
    if (at > 0) await openNextItem(world, user, name('challenge'));
    if (at < items.length - 1)
      await answer(world, { user, activity: 'challenge', itemId: id, key: `${userName}-${id}` });
  }
  return { user, last: items.at(-1) ?? '' };
}

test('whichever write fails, all of the answer is undone, and it can be sent again', async () => {
  const { user, last } = await atTheLastProblem('unlucky');
  const before = await everythingOf(user);
  let failed = 0;
  for (let nth = 1; nth < 50; nth += 1) {
    const broken = { ...world, database: failingAt(nth) };
    try {
      await answer(broken, { user, activity: 'challenge', itemId: last, key: 'the-last' });
      break;
    } catch (error) {
      expect(error).toMatchObject({ message: `Write ${nth} failed` });
    }
    failed += 1;
    expect(await everythingOf(user)).toEqual(before);
  }
  // Attempt, score, ledger, item, activity, person, sitting and badge are written at the least.
  expect(failed).toBeGreaterThanOrEqual(8);
  const after = await everythingOf(user);
  expect(after.ledger).toHaveLength(before.ledger.length + 1);
  expect(after.badges).toHaveLength(1);
  expect(after.closed).not.toBeNull();
});

test('whichever write of a refusal after time fails, the person is told nothing that the log does not have', async () => {
  const user = await addPerson(world, { userName: 'tardy' });
  await startSitting(world, user, name('challenge'));
  world.pass(10 * 60_000);
  const before = await everythingOf(user);
  let failed = 0;
  for (let nth = 1; nth < 50; nth += 1) {
    const broken = { ...world, database: failingAt(nth) };
    try {
      expect(
        await answer(broken, { user, activity: 'challenge', itemId: 'challenge-1', key: 'too-late' }),
      ).toMatchObject({ ok: false });
      break;
    } catch (error) {
      expect(error).toMatchObject({ message: `Write ${nth} failed` });
    }
    failed += 1;
    expect(await everythingOf(user)).toEqual(before);
    expect(await listLateAnswers(db, user.id, 9)).toEqual([]);
  }
  expect(failed).toBeGreaterThanOrEqual(1);
  expect(await listLateAnswers(db, user.id, 9)).toHaveLength(1);
});
