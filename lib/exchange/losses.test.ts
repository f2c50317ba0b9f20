import { expect, test } from 'vitest';
import { formatNamed } from './formats.ts';
import { readItems } from './item/read-items.ts';

const choice = `<Choice id="aim-one" level="easy" objective="first" scoring="exact">

What does \`f\` give?

- [x] a <Id is="a" />
  > Yes.
- [x] b <Id is="b" />
- [ ] None of the above <Id is="none" last />

<Hint>Think.</Hint>

<Solution>

Because.

</Solution>

</Choice>`;

const number = `<Number id="aim-two" tolerance="2%" unit="GB">

How large?

- [x] 50 GB

</Number>`;

const order = `<Order id="aim-three">

Sort.

1. one <Id is="one" />
2. two <Id is="two" />
3. three <Id is="three" after="one" />

</Order>`;

const step = `<CodeStep id="aim-four">

Change it.

</CodeStep>`;

const open = `<WhatIf id="aim-six">

What if?

<Solution>

Then this.

</Solution>

</WhatIf>`;

const cloze = (text: string, attributes = '') =>
  `<Blanks id="aim-five"${attributes}>\n\n${text}\n\n</Blanks>`;

const losses = (format: string, item: string) =>
  formatNamed(format)
    ?.write?.(readItems(item))
    .losses.map(({ omitted, losses: lost }) => (omitted ? { omitted: lost } : lost));

test.each([
  {
    format: 'gift',
    item: choice,
    lost: ['the hint', 'the place of the last option', 'scoring of the whole only'],
  },
  { format: 'moodle', item: choice, lost: ['the place of the last option', 'scoring of the whole only'] },
  { format: 'gift', item: number, lost: ['the unit', 'the tolerance as a share'] },
  { format: 'moodle', item: number, lost: ['the tolerance as a share'] },
  { format: 'moodle', item: order, lost: ['that several orders are right'] },
  { format: 'gift', item: order, lost: { omitted: ['GIFT has no questions of the kind order.'] } },
  { format: 'aiken', item: choice, lost: { omitted: ['Aiken has one right option, and this has several.'] } },
  {
    format: 'aiken',
    item: open,
    lost: { omitted: ['Aiken has choices only, and this is of the kind what-if.'] },
  },
  { format: 'csv', item: step, lost: { omitted: ['The sheet has no kind code step.'] } },
])('$format says what it loses', ({ format, item, lost }) => {
  expect(losses(format, item)).toEqual([lost]);
});

test.each(['gift', 'aiken', 'moodle', 'qti', 'csv'])('%s says that a picture is lost', (format) => {
  const item = `<Choice id="aim-seven">\n\nSee ![A curve](curve.png) here?\n\n- [x] ![Up](up.png)\n- [ ] b\n\n</Choice>`;
  expect(losses(format, item)).toEqual([expect.arrayContaining(['2 pictures'])]);
});

test('attributes that no other system has are lost', () => {
  const item = number.replace('<Number', '<Number title="Size" time="2:00" apart="size"');
  expect(losses('moodle', item)).toEqual([
    ['what no other system has: title, time, apart', 'the tolerance as a share'],
  ]);
});

test('that a program is run, or is not, is lost', () => {
  const fence = '```python\nprint(1)\n```';
  const output = (attribute: string) =>
    `<Output id="aim-eight" ${attribute}>\n\n${fence}\n\n- [x] 1\n- [ ] 2\n\n</Output>`;
  for (const name of ['run', 'runs'])
    expect(losses('moodle', output(name === 'run' ? 'run' : 'runs="no"'))).toEqual([
      expect.arrayContaining([`what no other system has: ${name}`]),
    ]);
});

test.each(['gift', 'aiken', 'moodle', 'qti', 'csv'])(
  '%s leaves out steps by name, with what they take from others',
  (name) => {
    const setup = '<Setup>\n\n```python\nrows = [1]\n```\n\n</Setup>\n\n';
    const next = '<CodeStep id="aim-next" from="previous">\n\nGo on.\n\n</CodeStep>';
    expect(losses(name, setup + next)).toEqual([{ omitted: [expect.stringContaining('code step')] }]);
  },
);

test('what a right answer does when it is run is lost', () => {
  const code = '```python\nprint([[len]](rows))\n```';
  const setup = '<Setup>\n\n```python\nrows = [1, 2]\n```\n\n</Setup>';
  const item = cloze(`${code}\n\n${setup}\n\n<Check id="two" prints="2" />`);
  expect(losses('moodle', item)).toEqual([
    ['what no other system has: <Check>, <Setup>', 'the language of the code'],
  ]);
});

test('a share as a tolerance is written as what it is of the number', () => {
  const exported = formatNamed('gift')?.write?.(readItems(number)).content;
  expect(exported).toMatchObject({ text: expect.stringContaining('{#=50:1}') });
});

test('gaps in a text are exported to Moodle as gaps, with what stands above them as the question', () => {
  const item = cloze('Fill in.\n\nA [[seed|start]] and\\\na [[draw]].', ' ignore="case"');
  expect(formatNamed('moodle')?.write?.(readItems(item))).toMatchObject({
    content: {
      text: expect.stringContaining(
        '&lt;p&gt;Fill in.&lt;/p&gt;&lt;p&gt;A {1:SHORTANSWER:=seed~=start} and&lt;br&gt;a {1:SHORTANSWER:=draw}.&lt;/p&gt;',
      ),
    },
    losses: [{ omitted: false, losses: [] }],
  });
});

test.each([
  { text: 'A **bold** [[seed]].', lost: [] },
  { text: '```python\nrandom.[[seed]](1)\n```', lost: ['the language of the code'] },
  { text: '```text\na [[seed]]\n```', lost: [] },
])('gaps lose in Moodle only what they have: $text', ({ text, lost }) => {
  const exported = formatNamed('moodle')?.write?.(readItems(cloze(text)));
  expect(exported).toMatchObject({
    content: { text: expect.stringContaining('{1:SHORTANSWER_C:=seed}') },
    losses: [{ omitted: false, losses: lost }],
  });
});

test('an item whose values a program draws is left out of every format', () => {
  const varying = `<Number id="aim-vary">

<Variants>

\`\`\`python
print(1)
\`\`\`

</Variants>

How large is {{n}}?

- [x] {{n}}

</Number>`;
  for (const name of ['gift', 'aiken', 'moodle', 'qti', 'csv'])
    expect(formatNamed(name)?.write?.(readItems(varying)).losses).toEqual([
      { id: 'aim-vary', omitted: true, losses: [expect.stringContaining('question in variants')] },
    ]);
});
