import { describe, expect, test } from 'vitest';
import { alias, chance } from '#lib/chance/chance.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { type Answer, fieldsOf, itemTypes } from './registry.ts';
import { blindAnswer } from './testing/blind-answer.ts';
import { examples } from './testing/examples.ts';
import { exampleVerdict, readItem } from './testing/read-item.ts';

type Name = keyof typeof examples;
const kinds = (Object.keys(examples) as Name[]).map((name) => ({ name, read: readItem(examples[name]) }));

interface Blind {
  readonly right: number;
  readonly mean: number;
  readonly why: string;
}

/** Worked out by hand: how often a blind answer is right, and what it earns on average. */
const blind: Partial<Record<Name, Blind>> = {
  choice: { right: 1 / 4, mean: 1 / 4, why: 'one of four' },
  many: { right: 1 / 15, mean: 3 / 15, why: 'of 15 sets one earns 1, and four earn a half' },
  exact: { right: 1 / 7, mean: 1 / 7, why: 'one of seven sets, nothing for parts' },
  output: { right: 1 / 2, mean: 1 / 2, why: 'one of two' },
  typed: { right: 0, mean: 0, why: 'typed' },
  order: { right: 1 / 24, mean: 7 / 36, why: '0, 1, 2 broken pairs in 1, 3, 5 of 24 orders: 1, 2/3, 1/3' },
  partial: { right: 1 / 6, mean: 5 / 18, why: 'three steps matter: 1, then 1/3 in two of six orders' },
  blanks: { right: 1 / 16, mean: 1 / 4, why: 'four tokens for each of two gaps' },
  once: { right: 1 / 6, mean: 1 / 3, why: 'three tokens in two gaps, none twice: six fillings' },
  typedBlanks: { right: 0, mean: 0, why: 'typed' },
  match: { right: 1 / 256, mean: 7 / 256, why: 'four of four partners: 1 in 1 case, 1/2 in 12 of 256' },
  oneToOne: { right: 1 / 6, mean: 1 / 6, why: 'six ways to pair three with three' },
  number: { right: 0, mean: 0, why: 'typed' },
  withUnit: { right: 0, mean: 0, why: 'typed' },
  text: { right: 0, mean: 0, why: 'typed' },
  formed: { right: 0, mean: 0, why: 'typed' },
  codeStep: { right: 0, mean: 1 / 3, why: 'typed; one of three checks only forbids' },
  codeRun: { right: 0, mean: 0, why: 'what was not run holds no check' },
};

test('the examples hold every kind there is', () => {
  expect(new Set(kinds.map(({ read }) => read.item.type))).toEqual(new Set(Object.keys(itemTypes)));
});

test('whatever is graded says what a blind answer earns', () => {
  const graded = kinds.filter(({ read }) => read.type.graded).map(({ name }) => name);
  expect(Object.keys(blind).toSorted()).toEqual(graded.toSorted());
});

describe.each(kinds)('$name', ({ name, read }) => {
  const { item, secret, type } = read;
  const ids = type.ids?.(item.body) ?? [];

  test('its public half holds nothing of the secret one', () => {
    expect(JSON.stringify(item)).not.toMatch(/canary/);
    expect(JSON.stringify(type.view(item.body, chance('a'), alias('a')))).not.toMatch(/canary/);
    const isBare = ['many', 'partial', 'once', 'oneToOne'].includes(name);
    if (!isBare || name === 'once') expect(JSON.stringify(secret)).toMatch(/canary/);
  });

  test('its public half is the same wherever the author put the right answer', () => {
    const { key: _key, ...half } = { ...item, key: null };
    expect(JSON.stringify(half)).not.toMatch(
      /correct|"before"|accepted|"has"|keywords|"pairs":|tolerance|"wrong"/,
    );
  });

  test('an example of a right answer is right, one of a wrong answer is not', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(exampleVerdict(read, true, String(seed))).toMatchObject({ correct: true, score: 1 });
      const wrong = exampleVerdict(read, false, String(seed));
      if (type.graded) expect(wrong.correct).toBe(false);
      expect(wrong.score >= 0 && wrong.score <= 1).toBe(true);
    }
  });

  test('examples of right and wrong answers are complete', () => {
    for (const right of [true, false]) {
      const answer = type.example(item.body, secret.key, right, chance('a'));
      expect(type.incomplete(item.body, answer)).toBeNull();
    }
  });

  test('shuffling and new names never change a verdict, and the browser sees new names only', () => {
    for (let seed = 0; seed < 200; seed++) {
      const own = chance(`answer ${seed}`);
      const given =
        type.graded && seed % 3 === 0
          ? blindAnswer(read, own)
          : type.example(item.body, secret.key, seed % 3 === 1, own);
      const answer = type.runs?.sent(given) ?? given;
      if (!type.form.safeParse(fieldsOf(type, answer)).success) continue;
      const names = alias(`sitting ${seed}`);
      const view = JSON.stringify(type.view(item.body, chance(`shuffle ${seed}`), names));
      const shown = type.rename(answer, names);
      const back = shown && type.rename(posted(shown), nameBack(ids, names));
      expect(back).toEqual(type.form.parse(fieldsOf(type, answer)));
      expect(grade(back ?? answer)).toEqual(grade(answer));
      for (const id of ids) {
        expect(view).toContain(`"${names(id)}"`);
        expect(view).not.toContain(`"id":"${id}"`);
      }
    }
  });

  test('an id that the item does not have is refused', () => {
    const answer = type.example(item.body, secret.key, true, chance('a'));
    expect(type.rename(answer, () => undefined)).toEqual(ids.length > 0 ? null : answer);
  });

  test('what is told of the parts of an answer is keyed by names that a sitting can hide', () => {
    const answer = type.example(item.body, secret.key, false, chance('a'));
    const told = Object.keys(type.explain(item.body, secret.key, answer, true).parts);
    if (ids.length > 0) expect(ids).toEqual(expect.arrayContaining(told));
  });

  test('a right and a wrong answer are counted apart', () => {
    const tallied = [true, false].map((right) =>
      type.tally?.(type.example(item.body, secret.key, right, chance('a'))),
    );
    if (!type.tally) return expect(['what-if', 'code-step']).toContain(item.type);
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
    return type.form.parse(formFields(form));
  }
});

test.each(Object.entries(blind))('a blind answer to %s', (name, { right, mean }) => {
  const read = kinds.find((kind) => kind.name === name)?.read;
  if (!read) throw new Error(`${name} is no example`);
  const { item, secret, type } = read;
  expect(type.guess?.(item.body, secret.key) ?? 0).toBeCloseTo(right, 12);
  const tries = 4000;
  const verdicts = Array.from({ length: tries }, (_, seed) =>
    type.grade(item.body, secret.key, blindAnswer(read, chance(`blind ${seed}`))),
  );
  // The spread of scores within 0..1 is at most that of a coin with the same mean.
  const error = (share: number) => 4 * Math.sqrt((share * (1 - share)) / tries) + 1e-9;
  const rate = verdicts.filter(({ correct }) => correct).length / tries;
  expect(Math.abs(rate - right)).toBeLessThanOrEqual(error(right));
  const earned = verdicts.reduce((sum, { score }) => sum + score, 0) / tries;
  expect(Math.abs(earned - mean)).toBeLessThanOrEqual(error(mean));
});

function nameBack(
  ids: readonly string[],
  names: (id: string) => string,
): (shown: string) => string | undefined {
  const back = new Map(ids.map((id) => [names(id), id]));
  return (shown) => back.get(shown);
}
