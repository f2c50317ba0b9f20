import type { Tx } from '#db/client.ts';
import { listTestStarts } from '#db/sittings.ts';
import type { Person } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { Item } from '#lib/item/registry.ts';
import { openTest } from '#lib/mastery/concept-test.ts';
import { mayTestAgain } from '#lib/mastery/may-test-again.ts';
import { chance } from '#lib/sitting/chance.ts';
import type { StartRefusal } from '#lib/sitting/sitting-view.ts';
import { metByTest } from './items-served.ts';
import { leadOn } from './lead-on.ts';
import { openItem, storeSitting } from './open-item.ts';
import { findPlace, type Place } from './place.ts';
import { lessonBank } from './test-in-hand.ts';
import type { World } from './world.ts';

const twoDaysMs = 48 * 60 * 60_000;

/** Begins a test of a person whose row is locked, unless it would be one too many for today. */
export async function startTest(
  tx: Tx,
  world: World,
  person: Person,
  place: Place,
  user: SessionUser,
  now: Date,
): Promise<Place | StartRefusal> {
  const who = { userId: user.id, lessonId: place.lesson.id };
  const starts = await listTestStarts(tx, who, new Date(now.getTime() - twoDaysMs));
  if (!mayTestAgain(starts, now, person.timeZone)) return 'tested-enough';
  const rule = world.testRule;
  const bank = await lessonBank(tx, place.lesson, rule);
  const test = openTest(bank, rule, await metByTest(tx, place, now), chance(place.seed));
  const form = test.form.flatMap((id): Item[] => place.all.filter((item) => item.id === id));
  const scope = test.mode === 'adaptive' ? 'stepwise' : 'drawn';
  const sitting = await storeSitting(tx, place, form, user, world.newId(), now, { scope, most: rule.most });
  if (form[0]) await openItem(tx, place, sitting, form[0], user, now);
  else await leadOn(tx, place, sitting, user, now);
  return reread(tx, world, place, now);
}

/** The place with the sitting that was begun there. */
export async function reread(tx: Tx, world: World, place: Place, now: Date): Promise<Place | StartRefusal> {
  const name = { lesson: place.lesson.id, activity: place.activity };
  const found = await findPlace(tx, await world.library(), world.secret, place.userId, name, now);
  return found ?? 'not-found';
}
