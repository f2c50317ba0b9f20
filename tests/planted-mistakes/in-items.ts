import type { Mistake } from './mistake.ts';

const within =
  (file: string) =>
  (
    name: string,
    was: string,
    is: string,
    rule: string,
    more: Pick<Mistake, 'also' | 'at' | 'in'> = {},
  ): Mistake => ({
    name,
    file: `good/${file}.mdx`,
    was,
    is,
    rule,
    ...more,
  });
const challenge = within('challenge');
const attempt = within('try');
const pool = within('pool');
const review = within('review');
const scale = within('scale');
const project = within('project');

const first = '<Choice id="good-challenge" level="hard" objective="first-aim" time="2:00">';
const options = '- [x] The start <Id is="start" />\n  > Yes.\n- [ ] The end <Id is="end" />\n';

/** Every kind of item. */
export const inItems: readonly Mistake[] = [
  challenge(
    'an item without id',
    first,
    '▸<Choice level="hard" objective="first-aim" time="2:00">',
    'item-id-missing',
  ),
  challenge(
    'an item with a bad id',
    first,
    '<Choice ▸id="Good Challenge" level="hard" objective="first-aim" time="2:00">',
    'attribute-value',
  ),
  challenge(
    'an item without level',
    first,
    '▸<Choice id="good-challenge" objective="first-aim" time="2:00">',
    'level-missing',
  ),
  challenge(
    'an item with an unknown level',
    first,
    '<Choice id="good-challenge" ▸level="tough" objective="first-aim" time="2:00">',
    'attribute-value',
  ),
  challenge(
    'a problem without time',
    first,
    '▸<Choice id="good-challenge" level="hard" objective="first-aim">',
    'time-missing',
  ),
  challenge(
    'a time in words',
    first,
    '<Choice id="good-challenge" level="hard" objective="first-aim" ▸time="two minutes">',
    'attribute-value',
  ),
  challenge(
    'no time at all',
    first,
    '<Choice id="good-challenge" level="hard" objective="first-aim" ▸time="0:00">',
    'attribute-value',
  ),
  challenge(
    'an unknown objective',
    first,
    '<Choice id="good-challenge" level="hard" ▸objective="third-aim" time="2:00">',
    'objective-unknown',
  ),
  challenge(
    'a card in a challenge',
    '<Order id="good-order"',
    '▸<Card id="good-other" level="easy" time="1:00">\n\nFront.\n\n<Back>\n\nBack.\n\n</Back>\n\n</Card>\n\n<Order id="good-order"',
    'item-open',
  ),
  challenge(
    'no key',
    options,
    '▸- [ ] The start <Id is="start" />\n- [ ] The end <Id is="end" />\n',
    'key-missing',
  ),
  challenge(
    'all options are keys',
    options,
    '▸- [x] The start <Id is="start" />\n- [x] The end <Id is="end" />\n',
    'key-all',
  ),
  challenge(
    'two options that say the same',
    '- [ ] The end <Id is="end" />',
    '▸- [ ] The start <Id is="end" />',
    'option-twice',
  ),
  challenge(
    'an option without its box',
    '- [ ] The end <Id is="end" />',
    '▸- The end <Id is="end" />',
    'option-unmarked',
  ),
  challenge(
    'an option without text',
    '- [ ] The end <Id is="end" />',
    '▸- [ ] <Id is="end" />',
    'part-empty',
  ),
  challenge('an option without id', '- [ ] The end <Id is="end" />', '▸- [ ] The end', 'part-id-missing'),
  challenge(
    'an option with two ids',
    '<Id is="end" />',
    '<Id is="end" /> ▸<Id is="close" />',
    'part-id-many',
  ),
  challenge('an option with a bad id', '<Id is="end" />', '▸<Id is="The End" />', 'part-id-form'),
  challenge('two options with one id', '<Id is="end" />', '▸<Id is="start" />', 'part-id-twice'),
  challenge(
    'an Id with an unknown attribute',
    '<Id is="end" />',
    '<Id is="end" ▸lst />',
    'attribute-unknown',
  ),
  challenge('one option', options, '▸- [x] The start <Id is="start" />\n', 'options-too-few'),
  challenge('no options', options, '', 'parts-missing', { at: '<Choice id="good-challenge"' }),
  challenge('no question', 'What does a seed decide?\n', '', 'prompt-missing', {
    at: '<Choice id="good-challenge"',
  }),
  challenge(
    'text after the options',
    '- [ ] The end <Id is="end" />\n',
    '- [ ] The end <Id is="end" />\n\n▸Think well.\n',
    'text-after-parts',
  ),
  challenge(
    'options in two lists',
    options,
    '▸- [x] The start <Id is="start" />\n- [ ] The middle <Id is="middle" />\n\n* [x] The end <Id is="end" />\n* [ ] No place <Id is="no-place" />\n',
    'options-split',
  ),
  review(
    'an item inside an item',
    '- The seed <Id is="the-seed" />',
    '▸<WhatIf id="good-inner">\n\nA question.\n\n<Solution>\n\nYes.\n\n</Solution>\n\n</WhatIf>\n\n- The seed <Id is="the-seed" />',
    'item-nested',
  ),
  challenge(
    'an unknown attribute of an item',
    first,
    '<Choice id="good-challenge" level="hard" objective="first-aim" time="2:00" ▸points="5">',
    'attribute-unknown',
  ),
  challenge(
    'two solutions',
    '- [ ] The end <Id is="end" />\n',
    '- [ ] The end <Id is="end" />\n\n<Solution>\n\nA.\n\n</Solution>\n\n▸<Solution>\n\nB.\n\n</Solution>\n',
    'solution-twice',
  ),
  challenge(
    'an empty hint',
    '- [ ] The end <Id is="end" />\n',
    '- [ ] The end <Id is="end" />\n\n▸<Hint></Hint>\n',
    'empty',
  ),
  challenge(
    'an item in the midst of a line',
    first,
    `Now: ▸<Choice id="x">a</Choice> is it.\n\n${first}`,
    'item-inline',
  ),
  challenge(
    'a program with two outputs',
    '- [ ] `1` <Id is="one" />\n- [x] `2` <Id is="two" />',
    '- [x] `1` <Id is="one" />\n- [x] `2` <Id is="two" />\n- [ ] `3` <Id is="three" />',
    'key-many',
    { at: '<Output id="good-output"' },
  ),
  challenge('an output without a program', '```python\nprint(1 + 1)\n```\n', '', 'program-missing', {
    at: '<Output id="good-output"',
  }),
  challenge('an output that is empty', '```output\na\n```', '▸```output\n\n```', 'output-empty'),
  challenge(
    'steps without numbers',
    '1. Seed <Id is="seed" />\n2. Draw <Id is="draw" />\n3. Print <Id is="print" after="draw" />',
    '▸- Seed <Id is="seed" />\n- Draw <Id is="draw" />\n- Print <Id is="print" after="draw" />',
    'order-unnumbered',
  ),
  challenge(
    'two steps',
    '1. Seed <Id is="seed" />\n2. Draw <Id is="draw" />\n3. Print',
    '▸1. Draw <Id is="draw" />\n2. Print',
    'order-too-short',
  ),
  challenge(
    'after names no step',
    '3. Print <Id is="print" after="draw" />',
    '▸3. Print <Id is="print" after="drew" />',
    'after-unknown',
  ),
  challenge(
    'after names a later step',
    '1. Seed <Id is="seed" />',
    '▸1. Seed <Id is="seed" after="print" />',
    'after-order',
  ),
  pool(
    'a pool item without objective',
    '<Choice id="good-pool-0" level="easy" objective="first-aim">',
    '▸<Choice id="good-pool-0" level="easy">',
    'objective-missing',
  ),
  pool(
    'a pool of nine',
    '<Choice id="good-pool-9" level="easy" objective="first-aim">\n\nWhich number is 9?\n\n- [x] The number 9 <Id is="this" />\n- [ ] The number 10 <Id is="that" />\n\n</Choice>\n',
    '',
    'pool-small',
  ),
  pool(
    'a clock in the pool',
    '<Choice id="good-pool-0" level="easy" objective="first-aim">',
    '<Choice id="good-pool-0" level="easy" objective="first-aim" ▸time="1:00">',
    'time-place',
  ),
  pool(
    'an id used twice in a file',
    '<Choice id="good-pool-1"',
    '▸<Choice id="good-pool-0"',
    'item-id-twice',
  ),
  pool(
    'an id used in another file of the lesson',
    '<Choice id="good-pool-1"',
    '▸<Choice id="good-order"',
    'item-id-twice',
  ),
  {
    name: 'an id used in another lesson',
    file: 'good/pool.mdx',
    was: '<Choice id="good-pool-1"',
    is: '▸<Choice id="short-choice"',
    rule: 'item-id-twice',
  },
  attempt('no blank', 'random.[[seed]](42)', 'random.seed(42)', 'blank-missing', { at: '<Blanks' }),
  attempt(
    'a blank that accepts nothing',
    '```python\nrandom.[[seed]](42)',
    '▸```python\nrandom.[[ | ]](42)',
    'blank-empty',
  ),
  attempt(
    'four blanks',
    '```python\nrandom.[[seed]](42)',
    '▸```python\n[[a]] [[b]] [[c]] [[seed]]',
    'blanks-too-many',
  ),
  attempt('a bank with a right answer', '- `state`', '▸- `seed`', 'bank-right'),
  attempt('a bank with a word that is no code', '- `state`', '▸- state', 'bank-token'),
  attempt(
    'no bank',
    '<Bank>\n\n- `shuffle`\n  > That orders a list.\n- `state`\n\n</Bank>\n',
    '',
    'bank-missing',
    { at: '<Blanks' },
  ),
  review('a card without its back', '<Back>\n\nThe start.\n\n</Back>\n', '', 'back-missing', { at: '<Card' }),
  review('a card without its front', 'What does a seed decide?\n', '', 'prompt-missing', { at: '<Card' }),
  review(
    'a concept without keywords',
    '- The code <Id is="the-code" />\n  > code, program',
    '▸- The code <Id is="the-code" />',
    'keywords-missing',
  ),
  scale(
    'a what-if without answer',
    '<Solution>\n\nTen times the cost.\n\n</Solution>\n',
    '',
    'solution-missing',
    { at: '<WhatIf' },
  ),
  scale('a what-if without question', 'What happens with ten runs?\n', '', 'prompt-missing', {
    at: '<WhatIf',
  }),
  project(
    'a solution that fails its check',
    'random.seed(42)\n```\n\n</Solution>',
    'random.shuffle(x)\n```\n\n</Solution>',
    'solution-fails',
    { at: '<Solution>' },
  ),
  project(
    'a starter that passes',
    '```python\nimport random\n```\n',
    '▸```python\nrandom.seed(1)\n```\n',
    'starter-passes',
  ),
  project('a step without starter', '```python\nimport random\n```\n\n<Check', '<Check', 'starter-missing', {
    at: '<CodeStep',
  }),
  project(
    'a step without checks',
    '<Check id="seeded" has="random.seed(">The seed is missing.</Check>\n',
    '',
    'check-missing',
    { at: '<CodeStep' },
  ),
  project(
    'a step without solution',
    '<Solution>\n\n```python\nimport random\nrandom.seed(42)\n```\n\n</Solution>\n',
    '',
    'solution-missing',
    { at: '<CodeStep' },
  ),
  project(
    'a check that looks for nothing',
    '<Check id="seeded" has="random.seed(">',
    '<Check id="seeded" has="random.seed(">A seed.</Check>\n\n▸<Check id="other">',
    'check-empty',
  ),
  project(
    'a check without id',
    '<Check id="seeded" has="random.seed(">',
    '<Check id="seeded" has="random.seed(">A seed.</Check>\n\n▸<Check has="import">',
    'attribute-missing',
  ),
  project(
    'a check with an unknown attribute',
    '<Check id="seeded" has="random.seed(">',
    '<Check id="seeded" has="random.seed(" ▸hass="x">',
    'attribute-unknown',
  ),
  project(
    'two checks with one id',
    '<Check id="seeded" has="random.seed(">',
    '<Check id="seeded" has="random.seed(">A seed.</Check>\n\n▸<Check id="seeded" has="import">',
    'check-id-twice',
  ),
  project(
    'before without has',
    '<Check id="seeded" has="random.seed(">',
    '<Check id="seeded" has="random.seed(">A seed.</Check>\n\n▸<Check id="other" lacks="numpy" before="x">',
    'check-before',
    { also: ['solution-fails'] },
  ),
];
