import { describe, expect, test } from 'vitest';
import { everyExample } from '#lib/item/testing/every-example.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { Secret } from '#lib/secret.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { editOf, itemEdits } from './item-edits.ts';

const choice = `<Choice id="fixes" objective="aim">

Which call fixes the **draw**?

- [x] \`seed(1)\` <Id is="one" />
  > It starts the generator.
- [ ] \`print(1)\` <Id is="two" />
  > It prints.
- [ ] \`len(1)\` <Id is="three" />

<Hint>Look at the name.</Hint>

</Choice>
`;

/** The name of an example, or an item, and what is replaced in it, in turn. */
type Edit = readonly [item: string, ...replaced: (readonly [from: string, to: string])[]];

/** Edits by what they mean. */
const edits: Record<string, readonly Edit[]> = {
  key: [
    [choice, ['[x] `seed(1)`', '[ ] `seed(1)`'], ['[ ] `print(1)`', '[x] `print(1)`']],
    ['number number', ['[x] 0.734', '[x] 0.735']],
    ['number number', ['tolerance="5%"', 'tolerance="6%"']],
    ['number number', ['GB|gigabytes', 'GB|GiB']],
    ['text text', ['canary café', 'canary coffee']],
    ['text text', ['ignore="case ', 'ignore="']],
    ['blanks blanks', ['randint|randrange', 'randint']],
    ['blanks typedBlanks', ['canarySeed( 42 )', 'canarySeed( 43 )']],
    [
      'order order',
      ['1. First <Id is="first" />', '1. Second <Id is="second" />'],
      ['2. Second <Id is="second" />', '2. First <Id is="first" />'],
    ],
    ['order partial', [' after="seed"', '']],
  ],
  options: [
    [choice, ['- [ ] `len(1)` <Id is="three" />\n', '']],
    [choice, ['is="two"', 'is="four"']],
    ['order order', ['4. Fourth <Id is="fourth" />\n', '']],
    ['blanks blanks', ['- `state`\n', '- `states`\n']],
  ],
  wording: [
    [choice, ['fixes the **draw**', 'fixes the **order**']],
    [choice, ['`print(1)`', '`print(2)`']],
    [choice, ['`print(1)`', '`Print(1)`']],
    [choice, ['Look at the name', 'Read the name']],
    [choice, ['It prints', 'It writes']],
    ['number number', ['canaryWrong', 'Too large']],
    ['order order', ['First <', 'Initial <']],
  ],
  cosmetic: [
    [choice, ['fixes the **draw**?', 'fixes the draw']],
    [choice, ['Look at the name.', 'look at the  name']],
    [choice, ['objective="aim"', 'objective="aim" level="hard"']],
    [
      choice,
      ['- [ ] `len(1)` <Id is="three" />\n', ''],
      ['- [x]', '- [ ] `len(1)` <Id is="three" />\n- [x]'],
    ],
  ],
};

describe.each(Object.entries(edits))('%s', (kind, listed) => {
  test.each(listed.map(([item, ...replaced]) => ({ item, replaced })))('%#', ({ item, replaced }) => {
    const text = everyExample.find(({ name }) => name === item)?.mdx ?? item;
    let edited = text;
    for (const [from, to] of replaced) {
      expect(edited).toContain(from);
      edited = edited.replace(from, to);
    }
    expect(editOf(readItem(text), readItem(edited))).toBe(kind);
  });
});

test.each(everyExample)('$name: the same text is no edit', ({ mdx }) => {
  expect(editOf(readItem(mdx), readItem(mdx))).toBeNull();
});

test('a moved item is an edit, and items that came or went are named', () => {
  const before = fixtureLibrary();
  const [track] = before.tracks;
  const [lesson] = before.lessons();
  if (!track || !lesson) throw new Error('The fixture course has a lesson');
  const [first, second, ...others] = lesson.activities.filter(({ items }) => items.length > 1);
  if (!first || !second) throw new Error('Two of its activities have items');
  const [moved, ...kept] = first.items;
  const [removed, ...left] = second.items;
  if (!moved || !removed) throw new Error('Each has more than one');
  const added = { ...removed, id: 'new-item' };
  const secrets = new Map([
    ...lesson.secrets,
    ['new-item', lesson.secrets.get(removed.id) ?? new Secret({} as never)],
  ]);
  const edited = {
    ...lesson,
    secrets,
    activities: [{ ...first, items: kept }, { ...second, items: [...left, moved, added] }, ...others],
  };
  const after: Library = makeLibrary([{ ...track, lessons: [edited] }], []);
  const found = itemEdits(before, after).filter(({ itemId }) =>
    [moved.id, removed.id, added.id].includes(itemId),
  );
  expect(found.map(({ itemId, kind, moved: isMoved }) => [itemId, kind, isMoved])).toEqual([
    [removed.id, 'removed', false],
    [moved.id, 'cosmetic', true],
    ['new-item', 'added', false],
  ]);
});
