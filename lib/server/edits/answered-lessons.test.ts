import { expect, test } from 'vitest';
import { itemFigures } from '#lib/statistics/item-figures.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { answeredLessons } from './answered-lessons.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { db } = world.database;
const { newUser, itemOf, answer } = workflow(world, { msPerAnswer: 20_000 });
const library = await world.library();
const { item } = await itemOf('try-1');

test('nothing is said of a lesson that nobody has answered', async () => {
  expect(await answeredLessons(db, library, library.lessons())).toEqual([]);
});

test('first answers of people count, later ones and those of guests do not', async () => {
  for (let person = 0; person < 10; person++) {
    const user = await newUser();
    await answer(user, 'try', item.id, person < 4 ? yes : no);
    if (person >= 4) await answer(user, 'try', item.id, yes);
  }
  await answer(await newUser({ role: 'guest' }), 'try', item.id, no);
  const [one, ...others] = await answeredLessons(db, library, library.lessons());
  expect(others).toEqual([]);
  const [figures] = itemFigures(one?.answered.marks ?? { items: [], max: [], marks: [] });
  expect(figures).toMatchObject({ item: item.id, n: 10, facility: { value: 0.4, n: 10 } });
  expect(one?.answered.choices.chosen.map(([chosen]) => chosen)).toEqual([
    ...Array(4).fill('yes'),
    ...Array(6).fill('no'),
  ]);
  expect(one?.answered.choices.key).toEqual(['yes']);
});
