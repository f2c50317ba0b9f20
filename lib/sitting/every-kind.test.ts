import { describe, expect, test } from 'vitest';
import { alias, chance } from '#lib/chance/chance.ts';
import { type Answer, fieldsOf } from '#lib/item/registry.ts';
import { everyExample, everyKind } from '#lib/item/testing/every-example.ts';
import { deliveryByMode, type Mode } from '#lib/lesson/delivery.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { authorsAnswer, type Serving, serve } from './served-item.ts';
import { draftOf, servingOf } from './testing/serving.ts';

const modes: Mode[] = ['practice', 'try', 'challenge', 'test', 'review'];

describe.each(everyExample)('$name', ({ read }) => {
  const { item, secret, type } = read;
  const example = (isRight: boolean) => type.exampleAnswer(item.body, secret.key, isRight, chance('a'));
  const serving = (mode: Mode, more: Partial<Serving> = {}) => servingOf(read, mode, more);

  test('nothing secret is served before the first answer, in any mode', () => {
    for (const mode of modes) expect(JSON.stringify(serve(serving(mode)))).not.toMatch(/canary/);
  });

  test('an open test serves no outcome and no solution', () => {
    for (const isRight of [true, false]) {
      const { state } = serve(serving('test', { last: { answer: example(isRight), solved: isRight } }));
      expect(state).toMatchObject({ outcome: null, solution: null, solved: false, settled: true });
      expect(JSON.stringify({ ...state, answer: null })).not.toMatch(/canary/);
    }
  });

  test('in an open test a right and a wrong answer are served alike except for the answer itself', () => {
    const [a, b] = [true, false].map((isRight) => {
      const { state, ...rest } = serve(
        serving('test', { last: { answer: example(isRight), solved: isRight } }),
      );
      return { ...rest, state: { ...state, answer: null } };
    });
    expect(a).toEqual(b);
  });

  test('a right answer is graded as right and served with the ids of its sitting', () => {
    const answer = example(true);
    const { state } = serve(serving('practice', { last: { answer, solved: true } }));
    expect(state.outcome).toMatchObject({ correct: true, score: 1 });
    expect(state.answer && authorsAnswer(item, 'seed', state.answer)).toEqual(sent(answer));
  });

  test('a draft is served as it was saved', () => {
    const answer = sent(example(false));
    const shown = type.renameIds(answer, alias(`seed/${item.id}`));
    if (!shown) throw new Error('An example names an unknown id');
    const draft = draftOf(fieldsOf(type, shown));
    expect(serve(serving('practice', { draft })).state.draft).toEqual(shown);
  });

  function sent(answer: Answer): Answer {
    return type.runs?.asSubmitted(answer) ?? answer;
  }
});

test.each(everyExample.filter(({ read }) => read.type.inAuthorOrder))(
  'without a shuffle the parts of $name are in the same order for everyone',
  ({ read }) => {
    const delivery = { ...deliveryByMode.practice, shuffle: false };
    const [a, b] = ['seed', 'other seed'].map((seed) =>
      serve(servingOf(read, 'practice', { delivery, seed })),
    );
    expect(withoutIds(a?.view)).toEqual(withoutIds(b?.view));
  },
);

/** Ids differ between sittings. */
const withoutIds = (view: unknown): unknown =>
  JSON.parse(JSON.stringify(view, (name, value: unknown) => (name === 'id' ? 'name' : value)));

test('no canary of the fixture course is served before an answer, for any kind of item', () => {
  const library = fixtureLibrary({ everyKind: true });
  const items = library
    .lessons()
    .flatMap(({ activities, pool }) => [...activities.flatMap((one) => one.items), ...pool]);
  expect(new Set(items.map(({ type }) => type))).toEqual(new Set(everyKind.map(({ name }) => name)));
  const stored = items.map(({ id }) => JSON.stringify(library.item(id)?.secret.open())).join();
  expect(canaries.filter((word) => !stored.includes(word))).toEqual([]);
  for (const item of items) {
    const secret = library.item(item.id)?.secret.open();
    if (!secret) throw new Error(`${item.id} has no secret half`);
    const shown = JSON.stringify(serve(servingOf({ item, secret }, 'practice')));
    expect(canaries.filter((word) => shown.includes(word))).toEqual([]);
  }
});
