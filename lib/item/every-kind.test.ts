import { describe, expect, test } from 'vitest';
import { alias, chance } from '#lib/chance/chance.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { type Answer, fieldsOf, itemType, itemTypeByTag, itemTypes } from './registry.ts';
import { everyExample, everyKind } from './testing/every-example.ts';
import { exampleGrade } from './testing/read-item.ts';

describe.each(everyKind)('$name', (type) => {
  test('is registered under its own name and found by its tag', () => {
    expect(itemTypes).toHaveProperty([type.name], type);
    expect(itemType(type.name)).toBe(type);
    expect(itemTypeByTag(type.component)).toBe(type);
    expect(everyKind.filter(({ component }) => component === type.component)).toEqual([type]);
  });

  test('has examples of its own, and says what a blind answer to each earns where it is graded', () => {
    const names = Object.keys(type.exampleSources);
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(type.blindResults ?? {})).toEqual(type.graded ? names : []);
    expect(type.blindAnswer !== undefined).toBe(type.graded);
    for (const { name, read } of everyExample.filter((one) => one.name.startsWith(`${type.name} `)))
      expect(read.item.type, name).toBe(type.name);
  });
});

describe.each(everyExample)('$name', ({ read }) => {
  const { item, secret, type } = read;
  const ids = type.aliasedIds?.(item.body) ?? [];

  test('its public half holds nothing of the secret one', () => {
    expect(JSON.stringify(item)).not.toMatch(/canary/);
    expect(JSON.stringify(type.publicOptions(item.body, chance('a'), alias('a')))).not.toMatch(/canary/);
    expect(JSON.stringify(secret)).toMatch(/canary/);
  });

  test('its public half has no property of the key', () => {
    const open = Object.keys(item.body);
    const kept = propertiesOf(secret.key).filter((name) => !open.includes(name));
    const body = JSON.stringify(item.body);
    expect(kept.filter((name) => body.includes(`${JSON.stringify(name)}:`))).toEqual([]);
  });

  test('an example of a right answer is right, one of a wrong answer is not', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(exampleGrade(read, true, String(seed))).toMatchObject({ correct: true, score: 1 });
      const wrong = exampleGrade(read, false, String(seed));
      if (type.graded) expect(wrong.correct).toBe(false);
      expect(wrong.score >= 0 && wrong.score <= 1).toBe(true);
    }
  });

  test('examples of right and wrong answers are complete', () => {
    for (const right of [true, false]) {
      const answer = type.exampleAnswer(item.body, secret.key, right, chance('a'));
      expect(type.validate(item.body, answer)).toBeNull();
    }
  });

  test('shuffling and new names never change a verdict, and the browser sees new names only', () => {
    for (let seed = 0; seed < 200; seed++) {
      const own = chance(`answer ${seed}`);
      const given =
        (seed % 3 === 0 ? type.blindAnswer?.(item.body, secret.key, own) : undefined) ??
        type.exampleAnswer(item.body, secret.key, seed % 3 === 1, own);
      const answer = type.runs?.asSubmitted(given) ?? given;
      if (!type.formSchema.safeParse(fieldsOf(type, answer)).success) continue;
      const names = alias(`sitting ${seed}`);
      const view = JSON.stringify(type.publicOptions(item.body, chance(`shuffle ${seed}`), names));
      const shown = type.renameIds(answer, names);
      const back = shown && type.renameIds(posted(shown), nameBack(ids, names));
      expect(back).toEqual(type.formSchema.parse(fieldsOf(type, answer)));
      expect(grade(back ?? answer)).toEqual(grade(answer));
      for (const id of ids) {
        expect(view).toContain(`"${names(id)}"`);
        expect(view).not.toContain(`"id":"${id}"`);
      }
    }
  });

  test('an id that the item does not have is refused', () => {
    const answer = type.exampleAnswer(item.body, secret.key, true, chance('a'));
    expect(type.renameIds(answer, () => undefined)).toEqual(ids.length > 0 ? null : answer);
  });

  test('feedback on the parts of an answer is keyed by ids that a sitting can rename', () => {
    const answer = type.exampleAnswer(item.body, secret.key, false, chance('a'));
    const told = Object.keys(type.explain(item.body, secret.key, answer, true).parts);
    if (ids.length > 0) expect(ids).toEqual(expect.arrayContaining(told));
  });

  test('a right and a wrong answer are counted apart', () => {
    const tallied = [true, false].map((right) =>
      type.chosenParts?.(type.exampleAnswer(item.body, secret.key, right, chance('a'))),
    );
    // What can be guessed has something to count.
    if (!type.chosenParts) return expect(type.guessProbability).toBeUndefined();
    expect(tallied[0]).not.toEqual(tallied[1]);
    expect(tallied[0]?.every((text) => text !== '')).toBe(true);
  });

  function grade(answer: Answer) {
    return type.grade(item.body, secret.key, answer);
  }

  /** Through a real form, as the server reads it. */
  function posted(answer: Answer): Answer {
    const form = new FormData();
    form.append('lesson', 'lesson-1');
    for (const [field, values] of Object.entries(fieldsOf(type, answer))) {
      for (const value of values) form.append(field, value);
    }
    return type.formSchema.parse(formFields(form));
  }
});

test.each(everyExample.flatMap((one) => (one.blind ? [{ ...one, ...one.blind }] : [])))(
  'a blind answer to $name: $why',
  ({ read, right, mean }) => {
    const { item, secret, type } = read;
    expect(type.guessProbability?.(item.body, secret.key) ?? 0).toBeCloseTo(right, 12);
    const tries = 4000;
    const verdicts = Array.from({ length: tries }, (_, seed) => {
      const answer = type.blindAnswer?.(item.body, secret.key, chance(`blind ${seed}`));
      if (!answer) throw new Error(`${type.name} has no blind answer`);
      return type.grade(item.body, secret.key, answer);
    });
    // The spread of scores within 0..1 is at most that of a coin with the same mean.
    const error = (share: number) => 4 * Math.sqrt((share * (1 - share)) / tries) + 1e-9;
    const rate = verdicts.filter(({ correct }) => correct).length / tries;
    expect(Math.abs(rate - right)).toBeLessThanOrEqual(error(right));
    const earned = verdicts.reduce((sum, { score }) => sum + score, 0) / tries;
    expect(Math.abs(earned - mean)).toBeLessThanOrEqual(error(mean));
  },
);

function nameBack(
  ids: readonly string[],
  names: (id: string) => string,
): (shown: string) => string | undefined {
  const back = new Map(ids.map((id) => [names(id), id]));
  return (shown) => back.get(shown);
}

/** The names of its properties, and of those of the entries of its lists. */
const propertiesOf = (value: object): string[] =>
  Object.entries(value).flatMap(([name, own]) => [
    ...(Array.isArray(value) ? [] : [name]),
    ...(Array.isArray(own) ? own.flatMap((entry) => (isObject(entry) ? Object.keys(entry) : [])) : []),
  ]);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
