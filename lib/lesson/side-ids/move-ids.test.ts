import { expect, test } from 'vitest';
import { parseFile } from '#lib/lesson/parse.ts';
import { findIds } from './find-ids.ts';
import type { KnownItem } from './ids-file.ts';
import { idsAside, idsInText } from './move-ids.ts';

const practice = `Before.

<Choice id="aim-one" level="easy" objective="aim">

Which branch moves when you commit?

- [ ] The tag <Id is="tag" />
- [x] The name of the branch <Id is="branch" />
  > It names the new commit.
- [ ] None of them <Id is="none" last />

</Choice>

<Match
  id="aim-pairs"
  objective="aim"
>

Which command does what in a repository?

| command | effect |
|---|---|
| add <Id is="add" /> | stages <Id is="stage" /> |
| rm <Id is="rm" /> | stages <Id is="stage" /> |
| push <Id is="push" /> | sends <Id is="send" /> |

</Match>
`;
const pool = `<Choice id="aim-twin" objective="aim">

What is asked twice here?

- [ ] One <Id is="a" />
- [x] Two <Id is="b" />

</Choice>

<Choice id="aim-twin-2" objective="aim">

What is asked twice here?

- [ ] One <Id is="c" />
- [x] Two <Id is="d" />

</Choice>
`;
const texts = new Map([
  ['practice.mdx', practice],
  ['pool.mdx', pool],
]);

/** The ids of all items and their parts, in the text or found beside it. */
const idsOf = (files: ReadonlyMap<string, string>, known: readonly KnownItem[]) =>
  findIds(new Map([...files].map(([name, text]) => [name, parseFile(name, text).tree])), known).map(
    ({ item, known: entry, parts }) => [
      item.id ?? entry?.id,
      ...item.parts.map((part) => part.id ?? parts.found.get(part)?.id),
    ],
  );

test('ids are moved out of the text, and every item and part keeps its own', () => {
  const aside = idsAside(texts, []);
  expect(aside.texts.get('practice.mdx')).toBe(
    practice
      .replace(' id="aim-one"', '')
      .replace('\n  id="aim-pairs"', '')
      .replace(/ <Id is="(?:tag|branch|add|stage|rm|push|send)" \/>/g, ''),
  );
  expect(idsOf(aside.texts, aside.items)).toEqual(idsOf(texts, []));
});

test('items that could not be told apart keep their ids in the text', () => {
  const { texts: moved, staying } = idsAside(texts, []);
  expect(staying).toEqual(['aim-twin', 'aim-twin-2']);
  expect(moved.get('pool.mdx')).toBe(pool);
});

test('the way back writes the same ids into the text', () => {
  const aside = idsAside(texts, []);
  const back = idsInText(aside.texts, aside.items);
  expect(idsOf(back, [])).toEqual(idsOf(texts, []));
  expect(idsAside(back, []).texts).toEqual(aside.texts);
});

test('a second move changes nothing', () => {
  const aside = idsAside(texts, []);
  const again = idsAside(aside.texts, aside.items);
  expect(again.texts).toEqual(aside.texts);
  expect(idsOf(again.texts, again.items)).toEqual(idsOf(texts, []));
});
