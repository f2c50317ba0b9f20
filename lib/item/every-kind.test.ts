import { describe, expect, test } from 'vitest';
import { alias, chance } from '#lib/sitting/chance.ts';
import type { Answer } from './registry.ts';
import { itemTypes } from './registry.ts';
import { examples } from './testing/examples.ts';
import { exampleVerdict, readItem } from './testing/read-item.ts';

const kinds = Object.entries(examples).map(([name, text]) => ({ name, read: readItem(text) }));

test('the examples hold every kind there is', () => {
  expect(new Set(kinds.map(({ read }) => read.item.type))).toEqual(new Set(Object.keys(itemTypes)));
});

describe.each(kinds)('$name', ({ name, read }) => {
  const { item, secret, type } = read;

  test('its public half holds nothing of the secret one', () => {
    expect(JSON.stringify(item)).not.toMatch(/canary/);
    expect(JSON.stringify(type.view(item.body, chance('a'), alias('a')))).not.toMatch(/canary/);
    if (name !== 'many' && name !== 'partial') expect(JSON.stringify(secret)).toMatch(/canary/);
  });

  test('its public half is the same wherever the author put the right answer', () => {
    const { key: _key, ...half } = { ...item, key: null };
    expect(JSON.stringify(half)).not.toMatch(/correct|"before"|accepted|"has"|keywords/);
  });

  test('an example of a right answer is right, one of a wrong answer is not', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(exampleVerdict(read, true, String(seed))).toMatchObject({ correct: true, score: 1 });
      const wrong = exampleVerdict(read, false, String(seed));
      if (type.graded) expect(wrong.correct).toBe(false);
      expect(wrong.score >= 0 && wrong.score <= 1).toBe(true);
    }
  });

  test('an example of a right answer is complete', () => {
    expect(type.incomplete(item.body, type.example(item.body, secret.key, true, chance('a')))).toBeNull();
  });

  test('shuffling and new names never change a verdict', () => {
    for (let seed = 0; seed < 200; seed++) {
      const answer = type.example(item.body, secret.key, seed % 2 === 0, chance(`answer ${seed}`));
      const names = alias(`sitting ${seed}`);
      const view = type.view(item.body, chance(`shuffle ${seed}`), names);
      const shown = type.rename(answer, names);
      const back = shown && type.rename(shown, nameBack(item.body, names));
      expect(back).toEqual(answer);
      expect(grade(back ?? answer)).toEqual(grade(answer));
      expect(idsOf(view).toSorted()).toEqual(idsOf(item.body).map(names).toSorted());
    }
  });

  test('an id that the item does not have is refused', () => {
    if (idsOf(item.body).length === 0) return;
    const answer = type.example(item.body, secret.key, true, chance('a'));
    expect(type.rename(answer, () => undefined)).toBeNull();
  });

  function grade(answer: Answer) {
    return type.grade(item.body, secret.key, answer);
  }
});

/** Ids that a sitting hides behind names of its own. */
function idsOf(body: object): string[] {
  const parts = 'options' in body ? body.options : 'blocks' in body ? body.blocks : null;
  return Array.isArray(parts) ? parts.map((part: { id: string }) => part.id) : [];
}

function nameBack(body: object, names: (id: string) => string): (shown: string) => string | undefined {
  const ids = new Map(idsOf(body).map((id) => [names(id), id]));
  return (shown) => ids.get(shown);
}
