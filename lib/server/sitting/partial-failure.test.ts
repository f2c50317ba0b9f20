import { expect, test } from 'vitest';
import { listBadges } from '#db/badges.ts';
import type { Database, Tx } from '#db/client.ts';
import { withMayWrite } from '#db/columns.ts';
import { listLateAnswers } from '#db/late-answers.ts';
import { session } from '#db/prepared.ts';
import { listLedger } from '#db/responses.ts';
import { listServings } from '#db/servings.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { findUserById } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openNextItem, startSitting } from './start-sitting.ts';

// Faults B5 and B9: whichever write of an answer fails, nothing of it is kept and the next try is taken.

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, contextOf, answer } = workflow(world);

/** A database whose transactions fail at their nth write. */
function failingAt(nth: number): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((tx) => {
        let writes = 0;
        const countWrite = () => {
          writes += 1;
          if (writes === nth) throw new Error(`Write ${nth} failed`);
        };
        const counted = <M extends (...given: never[]) => unknown>(build: M) =>
          ((...given: Parameters<M>) => {
            countWrite();
            return build(...given);
          }) as unknown as M;
        const { select, insert, update, delete: remove } = tx;
        const faulty: Tx = {
          select,
          insert: counted(insert),
          update: counted(update),
          delete: counted(remove),
          [session]: {
            queries: tx[session].queries,
            check: (text) => {
              tx[session].check(text);
              if (!text.startsWith('select')) countWrite();
            },
          },
        };
        return work(faulty);
      }),
  };
}

async function everythingOf(user: SessionUser) {
  const { latest } = await contextOf(user, 'challenge');
  return {
    ledger: await listLedger(db, [user.id]),
    items: await listAllItemStandings(db, user.id),
    activities: await listActivityStandings(db, [user.id]),
    badges: await listBadges(db, user.id),
    servings: await listServings(db, latest?.id ?? ''),
    person: await findUserById(db, user.id),
    closed: latest?.closedAt ?? null,
  };
}

/** A user who has solved every problem of the challenge but the last. */
async function atTheLastProblem() {
  const user = await newUser();
  await startSitting(world, user, inFixture('challenge'));
  const items = (await contextOf(user, 'challenge')).open?.itemIds ?? [];
  for (const id of items.slice(0, -1)) {
    await answer(user, 'challenge', id, yes);
    await openNextItem(world, user, inFixture('challenge'));
  }
  return { user, last: items.at(-1) ?? '' };
}

test('whichever write fails, all of the answer is undone, and it can be sent again', async () => {
  const { user, last } = await atTheLastProblem();
  const before = await everythingOf(user);
  let failed = 0;
  for (let nth = 1; nth < 50; nth += 1) {
    const broken = workflow({ ...world, database: failingAt(nth) });
    try {
      await broken.answer(user, 'challenge', last, yes, { idempotencyKey: 'the-last' });
      break;
    } catch (error) {
      expect(error).toMatchObject({ message: `Write ${nth} failed` });
    }
    failed += 1;
    expect(await everythingOf(user)).toEqual(before);
  }
  // Attempt, ledger, item, activity, person, the end of the sitting, its drafts and a badge are written at the least. Where
  // one statement may write several rows, those of ledger, item, activity and person are one.
  expect(failed).toBeGreaterThanOrEqual(withMayWrite ? 5 : 8);
  const after = await everythingOf(user);
  expect(after.ledger).toHaveLength(before.ledger.length + 1);
  expect(after.badges).toHaveLength(1);
  expect(after.closed).not.toBeNull();
});

test('whichever write of a refusal after time fails, the person is told nothing that the log does not have', async () => {
  const user = await newUser();
  await startSitting(world, user, inFixture('challenge'));
  world.pass(10 * 60_000);
  const before = await everythingOf(user);
  let failed = 0;
  for (let nth = 1; nth < 50; nth += 1) {
    const broken = workflow({ ...world, database: failingAt(nth) });
    try {
      expect(
        await broken.answer(user, 'challenge', 'challenge-1', yes, { idempotencyKey: 'too-late' }),
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
