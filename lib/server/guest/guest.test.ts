import { expect, test } from 'vitest';
import { findItemBelief } from '#db/beliefs.ts';
import { countGuests } from '#db/guests.ts';
import { listLedger } from '#db/responses.ts';
import {
  countUsers,
  countUsersByRole,
  findUserById,
  findUserByLogin,
  hasUsers,
  listDemoPeople,
} from '#db/users.ts';
import { emptyGuestMs, guestMs } from '#lib/access/guest.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { signInAsDemo } from '#lib/server/account/demo-people.ts';
import { signUp } from '#lib/server/account/sign-up.ts';
import { newSession, userOfSession } from '#lib/server/door/session-token.ts';
import { saveDraft } from '#lib/server/draft/save-draft.ts';
import { recountBeliefs } from '#lib/server/mastery/recount-beliefs.ts';
import { openHint } from '#lib/server/sitting/open-hint.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { submitResponse } from '#lib/server/sitting/submit-response.ts';
import { draftRequest } from '#lib/sitting/draft-request.ts';
import { idempotencyKeyFor } from '#lib/sitting/served-item.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, recorded } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { answerAsLearner, atGuestRate } from './answer-as-learner.ts';
import { guestOfToken, guestToken } from './guest-token.ts';
import { removeOldGuests } from './remove-old-guests.ts';
import { startGuest } from './start-guest.ts';
import { guestsOf, newAccount, newAddress } from './testing/guests.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { answer, contextOf, itemOf, newUser, guestWithAnswers, browserOf, postedFor } = guestsOf(world);

const guestCount = async () => (await countGuests(db, new Date(0))).all;

test('the first answer of a visitor makes a guest, graded on the page that every visitor sees', async () => {
  const posted = await postedFor({ id: '' });
  const { result, started } = await answerAsLearner(
    world,
    { user: null, address: newAddress() },
    submitResponse,
    posted,
  );
  expect(recorded(result).item.state).toMatchObject({ used: 1, settled: true });
  const ledger = await listLedger(db, [started?.id ?? '']);
  expect(ledger).toMatchObject([{ itemId: 'try-1', verdict: 'right', guess: null, level: null }]);
  const again = started && (await contextOf(started, 'try'));
  expect(again?.seed).toBe((await contextOf({ id: '' }, 'try')).seed);
});

test('what is not recorded leaves no guest', async () => {
  const before = await guestCount();
  const posted = await postedFor({ id: '' });
  for (const bad of [
    { ...posted, version: 'another' },
    { ...posted, item: 'nothing' },
    { ...posted, activity: 'test' },
    { ...posted, fields: {} },
  ]) {
    const { started } = await answerAsLearner(
      world,
      { user: null, address: newAddress() },
      submitResponse,
      bad,
    );
    expect(started).toBeNull();
  }
  expect(await guestCount()).toBe(before);
});

test('a hint makes a guest, drafts are saved, and starting over asks again', async () => {
  const { address: page } = await contextOf({ id: '' }, 'try');
  const { item } = await itemOf('try-2');
  const hint = { ...inFixture('try'), sitting: page.ordinal, item: item.id };
  const answerer = { user: null, address: newAddress() };
  const { started: guest } = await answerAsLearner(world, answerer, openHint, hint);
  if (!guest) throw new Error('The hint has started no guest');
  const { fields, idempotencyKey: _key, ...posted } = await postedFor(guest);
  const state = (await contextOf(guest, 'try')).records.get('try-2');
  expect(state?.serving.hintsOpened).toBe(1);
  const key = idempotencyKeyFor(page, 'try-1', 0);
  const draft = { ...posted, key, fields, device: 'the-page-one', turn: 1, base: 0 };
  expect(await saveDraft(world, guest, draftRequest.parse(draft))).toMatchObject({ ok: true });
  expect(await startOver(world, guest, inFixture('try'))).toMatchObject({ ok: true });
  expect((await contextOf(guest, 'try')).address.ordinal).toBe(2);
});

test.each([
  { what: 'a challenge', activity: 'challenge', item: 'challenge-1' },
  { what: 'a test', activity: 'test', item: 'pool-1' },
  { what: 'the check of a program', activity: 'project', item: 'project-run' },
])('$what needs an account', async ({ activity, item }) => {
  const guest = await guestWithAnswers();
  const posted = { ...(await postedFor(guest)), activity, item };
  const result = await submitResponse(world, guest, posted);
  expect(result).toEqual({ ok: false, reason: 'account-needed' });
});

test('where guests are turned off neither a visitor nor a guest answers, and nobody is stored', async () => {
  const guest = await guestWithAnswers();
  const posted = await postedFor(guest);
  const before = await guestCount();
  for (const user of [null, guest]) {
    const answerer = { user, address: newAddress() };
    const reply = await answerAsLearner({ ...world, hasGuests: false }, answerer, submitResponse, posted);
    expect(reply).toEqual({ result: { ok: false, reason: 'account-needed' }, started: null });
  }
  expect(await guestCount()).toBe(before);
  const student = await newUser();
  const answerer = { user: student, address: newAddress() };
  const reply = await answerAsLearner(
    { ...world, hasGuests: false },
    answerer,
    submitResponse,
    await postedFor(student),
  );
  expect(reply.result.ok).toBe(true);
});

test('answers of guests move no belief about items, and a replay agrees', async () => {
  const before = await findItemBelief(db, 'practice-order');
  const guest = await guestWithAnswers();
  expect(await findItemBelief(db, 'practice-order')).toEqual(before);
  expect(await findUserById(db, guest.id)).toMatchObject({ abilityMean: 0, abilityVariance: 1 });
  expect((await recountBeliefs(world)).differences).toEqual([]);
  const student = await newUser();
  recorded(await answer(student, 'practice', 'practice-order', 'right'));
  expect((await findItemBelief(db, 'practice-order'))?.answers).toBe((before?.answers ?? 0) + 1);
});

test('guests are in no list of accounts and cannot sign in', async () => {
  const accounts = await countUsers(db);
  const guest = await guestWithAnswers();
  expect(await countUsers(db)).toBe(accounts);
  expect((await listDemoPeople(db, 1_000)).map(({ id }) => id)).not.toContain(guest.id);
  expect(await findUserByLogin(db, guest.userName)).toBeUndefined();
  expect(await signInAsDemo(world, { demo: true }, { userId: guest.id })).toMatchObject({ ok: false });
  const session = newSession({ id: guest.id, sessionsValidFrom: world.now() }, world.now());
  expect(await userOfSession(world, session)).toBeNull();
});

test('a server with guests only has no accounts yet', async () => {
  const empty = testWorld(await testDatabase(), fixtureLibrary());
  expect(await startGuest(empty, newAddress())).toMatchObject({ ok: true });
  expect(await hasUsers(empty.database.db)).toBe(false);
  expect(await countUsersByRole(empty.database.db)).toEqual([{ role: 'guest', n: 1 }]);
});

test('guests are removed with their answers after 30 days, accounts never', async () => {
  const [old, claimed] = [await guestWithAnswers(), await guestWithAnswers()];
  const made = await signUp(world, 'open', newAccount(), browserOf(claimed));
  expect(made.ok).toBe(true);
  const empty = await startGuest(world, newAddress());
  world.pass(emptyGuestMs);
  await removeOldGuests(world);
  expect(await findUserById(db, empty.ok ? empty.value.id : '')).toBeUndefined();
  world.pass(guestMs - 2 * emptyGuestMs);
  await removeOldGuests(world);
  expect(await listLedger(db, [old.id])).toHaveLength(2);
  const token = guestToken(world, old.id);
  world.pass(emptyGuestMs);
  expect(await guestOfToken(world, token)).toBeNull();
  expect(await removeOldGuests(world)).toBeGreaterThan(0);
  expect(await listLedger(db, [old.id])).toEqual([]);
  expect(await findUserById(db, old.id)).toBeUndefined();
  expect(await listLedger(db, [claimed.id])).toHaveLength(2);
});

test('an address starts a class of guests at once, then two a minute', async () => {
  const school = newAddress();
  for (let started = 0; started < 120; started += 1)
    expect(await startGuest(world, school)).toMatchObject({ ok: true });
  expect(await startGuest(world, school)).toMatchObject({ ok: false, reason: 'too-many' });
  world.pass(30_000);
  expect(await startGuest(world, school)).toMatchObject({ ok: true });
  expect(await startGuest(world, school)).toMatchObject({ ok: false, reason: 'too-many' });
});

test('the server starts at most 500 guests an hour, also at once and from many addresses', async () => {
  world.pass(2 * 60 * 60_000);
  const before = await guestCount();
  const results = await Promise.all(Array.from({ length: 520 }, () => startGuest(world, newAddress())));
  expect(results.filter(({ ok }) => ok)).toHaveLength(500);
  expect(await guestCount()).toBe(before + 500);
  world.pass(60 * 60_000);
  expect(await startGuest(world, newAddress())).toMatchObject({ ok: true });
});

test('a guest who answers without reading has to wait', async () => {
  const guest = await guestWithAnswers();
  const posted = await postedFor(guest);
  const from = newAddress();
  const post = () => answerAsLearner(world, { user: guest, address: from }, submitResponse, posted);
  const reasons = [];
  for (let sent = 0; sent < 45; sent += 1) {
    const { result } = await post();
    reasons.push(result.ok ? 'ok' : result.reason);
  }
  expect(reasons.filter((reason) => reason === 'too-many')).toHaveLength(5);
});

test('a guest who starts over without end has to wait, a student does not', async () => {
  const begin = atGuestRate(startOver);
  const reasons = async (user: SessionUser) => {
    const refused = [];
    for (let sent = 0; sent < 45; sent += 1) {
      const result = await begin(world, user, inFixture('drill-introduction'));
      if (!result.ok) refused.push(result.reason);
    }
    return refused;
  };
  expect(await reasons(await guestWithAnswers())).toEqual(Array.from({ length: 5 }, () => 'too-many'));
  expect(await reasons(await newUser())).toEqual([]);
});
