import { expect, test } from 'vitest';
import type { SessionUser } from '#lib/access/user.ts';
import { type Chance, chance } from '#lib/chance/chance.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import { fixtureLibrary, fixtureLessonId as lesson } from '#tests/fixture-course.ts';
import { addPerson, testWorld } from '#tests/people.ts';
import { recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { openHint } from './open-hint.ts';
import { startOver } from './start-over.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { contextOf, answer, sit } = workflow(world);

/** A hint, a wrong or right answer, or another round, in an activity whose page is loaded before. */
async function step(user: SessionUser, activity: string, luck: Chance): Promise<number | null> {
  const page = await contextOf(user, activity);
  const item = page.items[luck.below(page.items.length)] ?? expect.fail('No items');
  const record = openRecord(page, item.id);
  const { state } = servedItem(page, item, { record, now: world.now(), closed: false });
  const deed = luck.below(6);
  if (deed === 0) await startOver(world, user, { lesson, activity });
  if (deed === 1 || deed === 2) {
    const sitting = page.address.ordinal;
    const opened = await openHint(world, user, { lesson, activity, sitting, item: item.id });
    if (!opened.ok || opened.value.kind !== 'recorded') return null;
    const [before = 0] = state.pays;
    expect(opened.value.item.state.pays[0] ?? 0).toBe(before - state.hintPrice);
  }
  if (deed < 3 || state.settled) return null;
  const given = deed === 3 ? 'right' : 'wrong';
  const { gained, item: after } = recorded(await answer(user, page, item.id, given));
  if (given === 'right') expect(gained).toBe(state.pays[0] ?? 0);
  else if (!after.state.settled) expect(after.state.pays[0] ?? 0).toBe(state.pays[1] ?? state.pays[0] ?? 0);
  return gained;
}

test('what a page or a reply shows is what the ledger pays, through all rounds of all activities', async () => {
  const user = await addPerson(world, { userName: 'payee' });
  const luck = chance('payee');
  const paid = new Set<number>();
  for (let at = 0; at < 90; at++) {
    const activity = ['try', 'practice', 'review'][luck.below(3)] ?? 'try';
    paid.add((await step(user, activity, luck)) ?? -1);
  }
  // Full, lowered and no payments were all met.
  expect(paid.size).toBeGreaterThan(4);
});

test('a challenge that is taken again pays nothing more, and says so', async () => {
  const user = await addPerson(world, { userName: 'again' });
  const first = await sit(user, 'challenge', () => true);
  expect(first.replies.every(({ gained }) => gained > 0)).toBe(true);
  const second = await sit(user, 'challenge', () => true);
  expect(second.replies.map(({ gained }) => gained)).toEqual(second.replies.map(() => 0));
  const page = await contextOf(user, 'challenge');
  for (const item of page.items) {
    const { state } = servedItem(page, item, { record: undefined, now: world.now(), closed: false });
    expect(state.pays).toEqual([]);
  }
});
