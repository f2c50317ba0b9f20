import { expect, test } from 'vitest';
import { readGift } from './gift/read-gift.ts';
import { mergeItems } from './merge-items.ts';
import { type PlannedItem, planImport } from './plan-import.ts';
import { testTarget } from './testing/summary.ts';

const plan = (file: string) => planImport(readGift(file), testTarget);
const items = (file: string): PlannedItem[] =>
  plan(file).items.flatMap((item) => (item.outcome === 'refused' ? [] : [item]));

test('an item of the pool gets the level and the objective that it does not name', () => {
  const [item] = items('What is a seed? {=a start ~an end ~a plant}');
  expect(item?.activity).toBe('test');
  expect(item?.text).toBe(
    [
      `<Choice id="${item?.id}" level="medium" objective="first">`,
      '',
      'What is a seed?',
      '',
      '- [x] a start <Id is="start" />',
      '- [ ] an end <Id is="end" />',
      '- [ ] a plant <Id is="plant" />',
      '',
      '</Choice>',
    ].join('\n'),
  );
});

test('an essay goes where nothing can be failed, and without a level', () => {
  const [item] = items('Why? {}');
  expect(item).toMatchObject({ activity: 'review', kind: 'open' });
  expect(item?.text).toContain(`<WhatIf id="${item?.id}">`);
});

test('ids: that of the file with the prefix, or words and a hash that do not change with an option', () => {
  const id = (file: string) => items(file)[0]?.id;
  expect(id('// [id:aim-one]\nWhat? {=a ~b}')).toBe('aim-one');
  expect(id('// [id:one]\nWhat? {=a ~b}')).toBe('aim-one');
  expect(id('// [id:Q 1]\nWhat? {=a ~b}')).toMatch(/^aim-q-1-[0-9a-f]{6}$/);
  expect(id('What grows? {=a ~b}')).toBe(id('What grows? {=a ~c}'));
  expect(id('What grows? {=a ~b}')).not.toBe(id('What grew? {=a ~b}'));
});

test('a repeated question is refused; the same words with other options are another question', () => {
  expect(
    plan('What? {=a ~b}\n\nWhat? {=a ~b}\n\nWhat? {=a ~c}').items.map((item) =>
      item.outcome === 'refused' ? item.reason : item.changes,
    ),
  ).toEqual([[], 'It repeats the question of line 1.', [expect.stringContaining('also that of line 1')]]);
});

test('what the compiler refuses is refused, with its words', () => {
  expect(plan('What? {=a =a ~b}').items[0]).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('says the same as another one'),
  });
  expect(plan('Match: {=a -> 1 =b -> 2}').items[0]).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('three entries'),
  });
});

test('"none of the above" stays at the end', () => {
  const [item] = items('What? {=None of the above ~b ~c}');
  expect(item).toMatchObject({
    outcome: 'kept',
    text: expect.stringContaining('<Id is="none-above" last />'),
  });
});

test('importing twice changes nothing; an edited item keeps its text unless it is to be replaced', () => {
  const [one, two] = items('What? {=a ~b}\n\nWhy? {=c ~d}');
  if (!one || !two) throw new Error('Two items were expected');
  const first = mergeItems('', [one, two], false);
  expect([...first.outcomes.values()]).toEqual(['added', 'added']);
  const again = mergeItems(first.text, [one, two], false);
  expect(again.text).toBe(first.text);
  expect([...again.outcomes.values()].toSorted()).toEqual(['same', 'same']);
  const edited = first.text.replace('What?', 'What is it?');
  const kept = mergeItems(edited, [one, two], false);
  expect(kept.text).toBe(edited);
  expect(kept.outcomes.get(one.id)).toBe('differs');
  const replaced = mergeItems(edited, [one, two], true);
  expect(replaced.text).toBe(first.text);
  expect(replaced.outcomes.get(one.id)).toBe('replaced');
});

test('items are added below what a file holds', () => {
  const [item] = items('What? {=a ~b}');
  if (!item) throw new Error('An item was expected');
  expect(mergeItems('---\nminutes: 5\n---\n\n## Heading\n', [item], false).text).toBe(
    `---\nminutes: 5\n---\n\n## Heading\n\n${item.text}\n`,
  );
});
