import { expect, test } from 'vitest';
import { missingIds, withInsertions } from './missing-ids.ts';

const mended = (text: string): string => withInsertions(text, missingIds(text, 'pin', new Set()));

test('entries of a table get ids, and the same partner in two rows the same one', () => {
  const text = `<Match id="pairs">

What pins what?

| pinned | by | note |
|---|---|---|
| packages | a lock file | It has hashes. |
| the image <Id is="image" /> | a \`sha256\` digest | |
| the base | a \`sha256\` digest | |
| | a tag | It moves. |

</Match>
`;
  expect(mended(text)).toBe(`<Match id="pairs">

What pins what?

| pinned | by | note |
|---|---|---|
| packages <Id is="packages" /> | a lock file <Id is="lock-file" /> | It has hashes. |
| the image <Id is="image" /> | a \`sha256\` digest <Id is="sha256-digest" /> | |
| the base <Id is="base" /> | a \`sha256\` digest <Id is="sha256-digest" /> | |
| | a tag <Id is="tag" /> | It moves. |

</Match>
`);
});

test('answers to be typed need no ids, the item itself does', () => {
  const text = '<Number unit="GB">\n\nHow many gigabytes?\n\n- [x] 26\n- [ ] 600\n\n</Number>\n';
  expect(mended(text)).toBe(text.replace('<Number', '<Number id="pin-many-gigabytes"'));
});

test('options below a shown output get ids, an output to be typed has none', () => {
  const shown = '```output\n2\n```\n';
  const choice = `<Choice id="one">\n\nWhich program printed it?\n\n${shown}\n- [x] This\n- [ ] That\n\n</Choice>\n`;
  expect(mended(choice)).toBe(
    choice.replace('This\n', 'This <Id is="this" />\n').replace('That\n', 'That <Id is="that" />\n'),
  );
  const typed = `<Output id="two">\n\nWhat is printed?\n\n- a list\n\n${shown}\n</Output>\n`;
  expect(mended(typed)).toBe(typed);
});

test('a file with all its ids stays as it is', () => {
  const text =
    '<Choice id="one">\n\nWhich?\n\n- [x] This <Id is="this" />\n- [ ] That <Id is="that" />\n\n</Choice>\n';
  expect(mended(text)).toBe(text);
});

test.each([
  '< Choice level="easy">\n\nWhich?\n\n- [x] One <Id is="one" />\n- [ ] Two <Id is="two" />\n\n</Choice>\n',
  '<choice>\n\nWhich?\n\n- [x] One <Id is="one" />\n- [ ] Two <Id is="two" />\n\n</choice>\n',
  '\\<Choice level="easy"\\>\n\nWhich?\n\n- [x] One <Id is="one" />\n- [ ] Two <Id is="two" />\n\n\\</Choice\\>\n',
])('a tag that is to be corrected first gets no id: %j', (text) => expect(mended(text)).toBe(text));

test('a tag behind a byte order mark gets its id', () => {
  const text = '\ufeff<WhatIf>\n\nWhat?\n\n<Solution>\n\nThat.\n\n</Solution>\n\n</WhatIf>\n';
  expect(mended(text)).toBe(text.replace('<WhatIf>', '<WhatIf id="pin-what">'));
});

test('checks get ids from their words or from what they look at, and comments lend no words', () => {
  const text =
    '<CodeStep id="one">\n\n<Check has="seed">\n\nThe seed is set.\n\n</Check>\n\n<Check prints="3" />\n\n<Check id="own" lacks="x" />\n\n</CodeStep>\n';
  expect(mended(text)).toBe(
    text
      .replace('<Check has', '<Check id="seed-set" has')
      .replace('<Check prints', '<Check id="prints" prints'),
  );
  expect(mended('<WhatIf>\n\nWhat {/* for later */} falls?\n\n</WhatIf>\n')).toContain('id="pin-falls"');
});
