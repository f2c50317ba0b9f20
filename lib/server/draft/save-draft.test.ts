import { describe, expect, test } from 'vitest';
import { findDraft, listDrafts } from '#db/drafts.ts';
import { listLedger } from '#db/responses.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { alias } from '#lib/chance/chance.ts';
import type { FormFields } from '#lib/item/item-type.ts';
import { startOver } from '#lib/server/sitting/start-over.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import type { DraftRequest } from '#lib/sitting/draft-request.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import { idempotencyKeyFor, shownVersion } from '#lib/sitting/served-item.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { inFixture, no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { saveDraft } from './save-draft.ts';

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, itemOf, contextOf, answer } = workflow(world);

/** The page of one item as this person has it now; what it saves is told apart by `device` and `turn`. */
async function open(user: SessionUser, activity: string, itemId: string, used = 0) {
  const context = await contextOf(user, activity);
  const { item } = await itemOf(itemId);
  const address = {
    ...inFixture(activity),
    sitting: context.address.ordinal,
    item: itemId,
    version: shownVersion(item, context.seed),
    key: idempotencyKeyFor(context.address, itemId, used),
  };
  const names = alias(`${context.seed}/${itemId}`);
  let turn = 0;
  return {
    names,
    save: (fields: FormFields, more: Partial<DraftRequest> = {}, as = user) => {
      turn += 1;
      const save = { ...address, device: 'the-desk', turn, base: turn - 1, fields };
      return saveDraft(world, as, { ...save, ...more });
    },
  };
}

/** What the page would show if it were loaded now, by anybody's device. */
async function shown(user: SessionUser, activity: string, itemId: string) {
  const context = await contextOf(user, activity);
  return servedItem(context, (await itemOf(itemId)).item, {
    record: openRecord(context, itemId),
    now: world.now(),
    closed: false,
  });
}

async function sittingOf(user: SessionUser, activity: string): Promise<string> {
  return (await contextOf(user, activity)).latest?.id ?? '';
}

const text = (words: string): FormFields => ({ text: [words] });

describe('what is saved', () => {
  test('text is there when the page is opened again, and costs no attempt', async () => {
    const user = await newUser();
    const page = await open(user, 'review', 'review-recall');
    expect(await page.save(text('a seed is'))).toMatchObject({ ok: true, value: { draftRevision: 1 } });
    const { state } = await shown(user, 'review', 'review-recall');
    expect(state).toMatchObject({ draft: { text: 'a seed is' }, draftRevision: 1, used: 0, answer: null });
    expect(await listLedger(db, [user.id])).toEqual([]);
  });

  test('ticks and orders keep the names of the sitting, under the same shuffle', async () => {
    const user = await newUser();
    const page = await open(user, 'practice', 'practice-order');
    const before = await shown(user, 'practice', 'practice-order');
    const order = ['three', 'one', 'two'].map(page.names);
    await page.save({ order });
    const after = await shown(user, 'practice', 'practice-order');
    expect(after.state.draft).toEqual({ order });
    expect(after.view).toEqual(before.view);
  });

  test('an answer deletes the draft, and the next attempt has a draft beside that answer', async () => {
    const user = await newUser();
    const page = await open(user, 'try', 'try-1');
    const chosen = [page.names('yes')];
    await page.save({ option: chosen });
    await answer(user, 'try', 'try-1', no);
    expect((await shown(user, 'try', 'try-1')).state.draft).toBeNull();
    await (await open(user, 'try', 'try-1', 1)).save({ option: chosen });
    const { state } = await shown(user, 'try', 'try-1');
    expect(state.answer).toEqual({ options: [page.names('no')] });
    expect(state.draft).toEqual({ options: chosen });
  });

  test('a later draft that cannot be graded does not replace the valid one', async () => {
    const user = await newUser();
    const page = await open(user, 'challenge', 'challenge-1');
    await startSitting(world, user, inFixture('challenge'));
    const valid = { option: [page.names('yes')] };
    await page.save(valid);
    world.pass(1000);
    await page.save({ option: [] });
    await page.save({ option: ['not an option of this item'] });
    const sitting = await sittingOf(user, 'challenge');
    expect(await findDraft(db, sitting, 'challenge-1')).toMatchObject({
      validFields: valid,
      validAt: new Date(world.now().getTime() - 1000),
    });
    expect((await shown(user, 'challenge', 'challenge-1')).state.draft).toBeNull();
  });

  test('50 saves at once end in one row and no error', async () => {
    const user = await newUser();
    const page = await open(user, 'review', 'review-recall');
    const saves = Array.from({ length: 50 }, (_, at) =>
      page.save(text(`version ${at}`), { turn: at + 1, base: 0 }),
    );
    const results = await Promise.all(saves);
    expect(results.filter(({ ok }) => ok)).toHaveLength(50);
    expect(await listDrafts(db, await sittingOf(user, 'review'))).toHaveLength(1);
    expect((await shown(user, 'review', 'review-recall')).state.draft).toMatchObject({ text: 'version 49' });
  });

  test('the reply holds nothing secret', async () => {
    const page = await open(await newUser(), 'review', 'review-recall');
    const reply = JSON.stringify(await page.save(text('all I know')));
    expect(canaries.filter((word) => reply.includes(word))).toEqual([]);
  });
});

describe('two devices', () => {
  test('a repeated save is reported as not new', async () => {
    const page = await open(await newUser(), 'review', 'review-recall');
    expect(await page.save(text('typed'))).toMatchObject({ ok: true, value: { isNews: true } });
    world.pass(1_000);
    expect(await page.save(text('typed'))).toMatchObject({ ok: true, value: { isNews: false } });
  });

  test('neither loses its answer, and each can be exchanged for the other', async () => {
    const user = await newUser();
    const desk = await open(user, 'review', 'review-recall');
    const phone = { device: 'the-phone', turn: 1, base: 0 };
    await desk.save(text('from the desk'));
    const second = await desk.save(text('from the phone'), phone);
    const other = second.ok ? second.value.otherDrafts[0] : undefined;
    expect(second).toMatchObject({ ok: true, value: { draft: { text: 'from the phone' } } });
    expect(other?.savedAt).toBe(world.now().getTime());
    const use = other?.id;
    const swapped = await desk.save(text('from the phone'), { ...phone, turn: 2, base: 2, use });
    expect(swapped).toMatchObject({
      ok: true,
      value: { draft: { text: 'from the desk' }, draftRevision: 3 },
    });
    const kept = await findDraft(db, await sittingOf(user, 'review'), 'review-recall');
    expect(kept?.others.map(({ fields }) => fields)).toEqual([text('from the phone')]);
    expect(kept?.validFields).toEqual(text('from the desk'));
  });

  test('a device that continues the served draft causes no conflict', async () => {
    const user = await newUser();
    const desk = await open(user, 'review', 'review-recall');
    await desk.save(text('begun'));
    const { draftRevision } = (await shown(user, 'review', 'review-recall')).state;
    const next = await desk.save(text('begun, ended'), { device: 'the-phone', turn: 1, base: draftRevision });
    expect(next).toMatchObject({ ok: true, value: { otherDrafts: [] } });
  });
});

describe('what is refused', () => {
  test('a question that is settled', async () => {
    const user = await newUser();
    const page = await open(user, 'try', 'try-1');
    await answer(user, 'try', 'try-1', yes);
    const next = await open(user, 'try', 'try-1', 1);
    for (const either of [page, next])
      expect(await either.save({ option: [page.names('no')] })).toEqual({ ok: false, reason: 'settled' });
  });

  test('an attempt that was answered meanwhile, so that no late save brings it back', async () => {
    const user = await newUser();
    const page = await open(user, 'try', 'try-1');
    await answer(user, 'try', 'try-1', no);
    expect(await page.save({ option: [page.names('no')] })).toEqual({ ok: false, reason: 'answered' });
    expect(await listDrafts(db, await sittingOf(user, 'try'))).toEqual([]);
  });

  // challenge-1 has 1:30, and what is on its way when it ends has ten seconds of grace.
  test.each([
    { afterMs: 100_000, reason: undefined },
    { afterMs: 100_001, reason: 'late' },
  ])('$afterMs ms after the start: $reason', async ({ afterMs, reason }) => {
    const user = await newUser();
    await startSitting(world, user, inFixture('challenge'));
    const page = await open(user, 'challenge', 'challenge-1');
    world.pass(afterMs);
    const result = await page.save({ option: [page.names('yes')] });
    expect(result.ok ? undefined : result.reason).toBe(reason);
  });

  test('a problem that was not reached yet, and a challenge that was not started', async () => {
    const user = await newUser();
    const early = await open(user, 'challenge', 'challenge-1');
    expect(await early.save({ option: [] })).toEqual({ ok: false, reason: 'not-open' });
    await startSitting(world, user, inFixture('challenge'));
    const second = await open(user, 'challenge', 'challenge-2');
    expect(await second.save({ option: [] })).toEqual({ ok: false, reason: 'not-open' });
  });

  test('a sitting that was closed', async () => {
    const user = await newUser();
    const page = await open(user, 'practice', 'practice-output');
    await page.save(text('1'));
    await startOver(world, user, inFixture('practice'));
    expect(await page.save(text('12'))).toEqual({ ok: false, reason: 'settled' });
    expect(await listDrafts(db, await sittingOf(user, 'practice'))).toEqual([]);
  });

  test('another version, another activity, an unknown item', async () => {
    const page = await open(await newUser(), 'practice', 'practice-output');
    expect(await page.save(text('1'), { version: 'older' })).toEqual({ ok: false, reason: 'stale' });
    expect(await page.save(text('1'), { activity: 'try' })).toEqual({ ok: false, reason: 'outside' });
    expect(await page.save(text('1'), { item: 'nothing' })).toEqual({ ok: false, reason: 'not-found' });
  });

  test("what another person's page holds", async () => {
    const [user, stranger] = [await newUser(), await newUser()];
    const page = await open(user, 'practice', 'practice-output');
    await page.save(text('mine'));
    expect(await page.save(text('theirs'), {}, stranger)).toEqual({ ok: false, reason: 'stale' });
    const { draft } = (await shown(user, 'practice', 'practice-output')).state;
    expect(draft).toMatchObject({ text: 'mine' });
  });
});

test('drafts are deleted when the last problem closes the sitting', async () => {
  const user = await newUser();
  await startSitting(world, user, inFixture('challenge'));
  const page = await open(user, 'challenge', 'challenge-1');
  await page.save({ option: [page.names('yes')] });
  world.pass(200_000);
  await openNextItem(world, user, inFixture('challenge'));
  await answer(user, 'challenge', 'challenge-2', yes);
  expect(await listDrafts(db, await sittingOf(user, 'challenge'))).toEqual([]);
});
