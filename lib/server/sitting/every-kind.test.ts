import { expect, test } from 'vitest';
import { listLedger } from '#db/responses.ts';
import { chance } from '#lib/chance/chance.ts';
import { type Item, itemType } from '#lib/item/registry.ts';
import { everyKind } from '#lib/item/testing/every-example.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';

const database = await testDatabase();
const library = fixtureLibrary({ everyKind: true });
const world = testWorld(database, library);
const { newUser, contextOf, answer } = workflow(world);
const items = library
  .lessons()
  .flatMap(({ activities }) =>
    activities.filter(({ slug }) => slug !== 'challenge').flatMap((activity) => activity.items),
  );

test.each(everyKind)('an answer to a $name is graded, recorded and graded alike again', async (type) => {
  const one = items.find((item) => item.type === type.name && !isRun(item));
  const whole = one && library.item(one.id);
  if (!whole) throw new Error(`The fixture course asks no ${type.name}`);
  const user = await newUser();
  const found = askedItem(whole, (await contextOf(user, whole.activity)).seed, undefined);
  const { item } = found;
  const { key } = found.secret.open();
  const right = type.exampleAnswer(item.body, key, true, chance('a'));
  const sent = type.runs?.asSubmitted(right) ?? right;
  const result = await answer(user, found.activity, item.id, right);
  expect(result).toMatchObject({ ok: true, value: { kind: 'recorded', item: { id: item.id } } });
  const [row] = await listLedger(database.db, [user.id]);
  expect(row).toMatchObject({ itemId: item.id, itemVersion: item.version, answer: sent });
  expect(row && type.grade(item.body, key, row.answer)).toMatchObject({ score: row?.score, correct: true });
});

/** Those whose answers a sandbox runs have tests of their own. */
function isRun(item: Item): boolean {
  const { runs, exampleAnswer } = itemType(item.type);
  const key = library.item(item.id)?.secret.open().key;
  return (
    key !== undefined &&
    (runs?.programs(item.body, key, exampleAnswer(item.body, key, true, chance('a'))) ?? []).length > 0
  );
}
