import { describe, expect, test } from 'vitest';
import { alias, chance } from '#lib/chance/chance.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import { everyExample, everyKind } from '#lib/item/testing/every-example.ts';
import { deserialize, serialize } from '#lib/server/content/compiler/messages.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { thinkingTimeMs } from './demo/character.ts';
import { postedFields } from './demo/post-answer.ts';

describe.each(everyExample)('$name', ({ read: { item, secret, type } }) => {
  test('a simulated person reaches the answer in steps that can all be posted', () => {
    for (const right of [true, false]) {
      const aim = type.exampleAnswer(item.body, secret.key, right, chance('a'));
      let given: Answer | null = null;
      for (let step = 0; step < 3; step++) {
        const next: Answer = type.nextStep?.(aim, given) ?? aim;
        const shown = type.renameIds(type.runs?.asSubmitted(next) ?? next, alias('sitting'));
        if (!shown) throw new Error('An example names an unknown id');
        expect(() => postedFields(item.type, shown)).not.toThrow();
        expect(type.validate(item.body, next)).toBeNull();
        given = next;
      }
      expect(given && type.grade(item.body, secret.key, given).correct).toBe(
        type.grade(item.body, secret.key, aim).correct,
      );
    }
  });

  test('a simulated person thinks for at least four seconds', () => {
    expect(thinkingTimeMs(chance('a'), item, 1)).toBeGreaterThanOrEqual(4_000);
  });
});

test('a lesson with every kind of item stays the same when it is sent between threads', () => {
  const lessons = fixtureLibrary({ everyKind: true }).lessons();
  const types = new Set<string>();
  for (const lesson of lessons) {
    const sent = structuredClone(serialize({ lesson, findings: [] }));
    const received = deserialize(sent).lesson;
    expect({ ...received, secrets: null }).toEqual({ ...lesson, secrets: null });
    for (const item of [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool]) {
      const [before, after] = [lesson, received].map((one) => one?.secrets.get(item.id)?.open());
      expect(after).toEqual(before);
      types.add(itemType(item.type).name);
    }
  }
  expect([...types].toSorted()).toEqual(everyKind.map(({ name }) => name).toSorted());
});
