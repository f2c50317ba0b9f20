import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { itemType } from '#lib/item/registry.ts';
import { ourLibrary } from '#tests/our-lessons.ts';
import { postedFields } from './post-answer.ts';

const library = await ourLibrary();
const items = library
  .lessons()
  .flatMap((lesson) => [...lesson.activities.flatMap((activity) => activity.items), ...lesson.pool]);

test('every kind of item reads the same answer from its form that was posted', () => {
  for (const { id, type, body } of items) {
    const key = library.item(id)?.secret.open().key;
    if (!key) throw new Error(`${id} has no key`);
    for (const right of [true, false]) {
      const example = itemType(type).exampleAnswer(body, key, right, chance(id));
      const answer = itemType(type).runs?.asSubmitted(example) ?? example;
      expect(itemType(type).formSchema.parse(postedFields(type, answer))).toEqual(answer);
    }
  }
  expect(new Set(items.map(({ type }) => type)).size).toBeGreaterThan(5);
});
