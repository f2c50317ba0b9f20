import { expect, test } from 'vitest';
import { compileFile } from './compile-file.ts';
import { parseFile } from './parse.ts';

function compiled(text: string) {
  const { tree, findings } = parseFile('practice.mdx', text);
  const context = {
    file: 'practice.mdx',
    activity: 'practice',
    objectives: undefined,
    hash: (plain: string) => plain,
  } as const;
  const tools = { highlight: (value: string) => [{ type: 'text' as const, value }] };
  const file = compileFile('practice.mdx', tree, tools, context);
  return {
    items: file.items.map(({ id, title, label }) =>
      [id, ...(title ? [title] : []), ...(label ? [label] : [])].join(),
    ),
    findings: [...findings, ...file.findings].map(
      ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
    ),
  };
}

const choice = (id: string, more = '') =>
  `<Choice id="${id}"${more}>\nIs it so?\n- [x] Yes <Id is="yes" />\n  > It is.\n- [ ] No <Id is="no" />\n</Choice>`;
const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
const fence = (code: string) => `\`\`\`python\n${code}\n\`\`\``;

test.each([
  {
    why: 'items follow each other without empty lines',
    text: `${choice('a')}\n${choice('b')}\n${choice('c')}`,
    items: ['a', 'b', 'c'],
  },
  {
    why: 'an item stands between two paragraphs',
    text: `Before.\n${choice('a')}\nAfter.\n${choice('b')}`,
    items: ['a', 'b'],
  },
  {
    why: 'below a heading and above one',
    text: `## One\n${choice('a')}\n## Two\n${choice('b')}`,
    items: ['a', 'b'],
  },
  { why: 'below a list and above one', text: `- one\n- two\n\n${choice('a')}\n\n- three`, items: ['a'] },
  {
    why: 'below a fence and a table',
    text: `${fence('a = 1')}\n${choice('a')}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n${choice('b')}`,
    items: ['a', 'b'],
  },
  {
    why: 'in an entry of a list',
    text: `1. First.\n\n${indented(choice('a'), '   ')}\n\n2. Second.\n`,
    items: ['a'],
  },
  {
    why: 'in an entry of a list, without an empty line',
    text: `1. First.\n${indented(choice('a'), '   ')}\n2. Second.\n`,
    items: ['a'],
  },
  { why: 'in a quote', text: `> Somebody says.\n>\n${indented(choice('a'), '> ')}\n`, items: ['a'] },
  {
    why: 'in a quote, without an empty line',
    text: `> Somebody says.\n${indented(choice('a'), '> ')}\n`,
    items: ['a'],
  },
  {
    why: 'in a Step, without empty lines',
    text: `<Step level="easy" title="First">\nText.\n${choice('a')}\nMore.\n</Step>`,
    items: ['a'],
  },
  {
    why: 'hints and solution without empty lines',
    text: choice('a').replace(
      '</Choice>',
      '<Hint>\nThink.\n</Hint>\n<Hint>More.</Hint>\n<Solution>\nIt is **so**.\n- because\n</Solution>\n</Choice>',
    ),
    items: ['a'],
  },
  {
    why: 'a step of a project without empty lines',
    text: `<CodeStep id="a" title="The sum" label="Build">\nAdd.\n${fence('x = 0')}\n<Check id="one" has="x=1">No.</Check>\n<Solution>\n${fence('x = 1')}\n</Solution>\n</CodeStep>`,
    items: ['a,The sum,Build'],
  },
  {
    why: 'gaps in a list and a quote, with a bank, without empty lines',
    text: '<Blanks id="a" title="Seeds" label="Complete">\nFill in.\n- The seed fixes the [[draws]].\n> A draw [[moves]] on.\n<Bank>\n- `speed`\n</Bank>\n</Blanks>',
    items: ['a,Seeds,Complete'],
  },
  {
    why: 'gaps in a heading and in bold',
    text: '<Blanks id="a">\n**The [[seed]]** and *a [[draw]]*.\n</Blanks>',
    items: ['a'],
  },
  {
    why: 'a title and a label on any kind',
    text: [
      choice('a', ' title="T" label="L"'),
      '<Order id="b" title="T" label="L">\nSort.\n1. one <Id is="one" />\n2. two <Id is="two" />\n3. three <Id is="three" />\n</Order>',
      '<Output id="c" title="T" label="L">\nWhat?\n```python\nprint(1)\n```\n```output\n1\n```\n</Output>',
      '<Match id="d" title="T" label="L">\nWhat?\n| a | b |\n|---|---|\n| x <Id is="x" /> | 1 <Id is="one" /> |\n| y <Id is="y" /> | 2 <Id is="two" /> |\n| z <Id is="z" /> | 3 <Id is="three" /> |\n</Match>',
      '<Number id="e" title="T" label="L">\nHow many?\n- [x] 3\n</Number>',
      '<Text id="f" title="T" label="L">\nWhich?\n- [x] branch\n</Text>',
      '<Card id="g" title="T" label="L">\nWhat?\n<Back>\nThis.\n</Back>\n</Card>',
      '<Recall id="h" title="T" label="L">\nWhat?\n- Its tree <Id is="tree" />\n  > tree\n- Its date <Id is="date" />\n  > date\n</Recall>',
      '<WhatIf id="i" title="T" label="L">\nWhat if?\n<Solution>\nThen.\n</Solution>\n</WhatIf>',
    ].join('\n'),
    items: [...'abcdefghi'].map((id) => `${id},T,L`),
  },
])('$why', ({ text, items }) => expect(compiled(text)).toEqual({ items, findings: [] }));
