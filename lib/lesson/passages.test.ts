import { expect, test } from 'vitest';
import type { RichNode } from '#lib/text/rich.ts';
import { deliveryOf } from './delivery.ts';
import type { Activity } from './lesson.ts';
import { contentsOf, findPassage, openingText, passageLabel, passageText } from './passages.ts';

const activity = (slug: Activity['slug'], body: Activity['body']): Activity => ({
  slug,
  body,
  minutes: 5,
  delivery: deliveryOf('practice', {}),
  items: [],
});
const activities = [
  activity('introduction', ['No headings here.']),
  activity('deep', [
    ['h2', { id: 's-build-it-up' }, 'Build it ', ['em', null, 'up']],
    ['Step', { level: 'easy', title: 'The first', id: 's-the-first' }, ['h3', { id: 's-inside' }, 'Inside']],
  ]),
];

test.each([
  ['introduction', { activity: 'introduction', title: 'Introduction', anchor: null }, 'Introduction'],
  [
    'deep#build-it-up',
    { activity: 'deep', title: 'Build it up', anchor: 's-build-it-up' },
    'Build it up (Deep dive)',
  ],
  [
    'deep#the-first',
    { activity: 'deep', title: 'The first', anchor: 's-the-first' },
    'The first (Deep dive)',
  ],
  ['deep#inside', { activity: 'deep', title: 'Inside', anchor: 's-inside' }, 'Inside (Deep dive)'],
] as const)('%s', (name, passage, words) => {
  expect(findPassage(name, activities)).toEqual(passage);
  expect(passageLabel(passage)).toBe(words);
});

test.each([
  ['why', 'the lesson has no activity «why». Write one of introduction, deep'],
  [
    'deep#last',
    '«Deep dive» has no heading «#last». Write one of deep#build-it-up, deep#the-first, deep#inside',
  ],
  ['introduction#first', '«Introduction» has no heading «#first». It has none: write introduction alone'],
])('%s leads nowhere', (name, fault) => expect(findPassage(name, activities)).toBe(fault));

test('the contents of a text are its headings of the second level and its steps', () => {
  const body: Activity['body'] = [
    ['h2', { id: 's-build-up' }, 'Build ', ['code', null, 'up']],
    ['Step', { level: 'easy', title: 'The first', id: 's-the-first' }, ['h3', { id: 's-inside' }, 'Inside']],
    ['Note', null, ['h2', { id: 's-limits' }, 'Limits']],
  ];
  expect(contentsOf(body)).toEqual([
    { title: 'Build up', anchor: 's-build-up' },
    { title: 'The first', anchor: 's-the-first', isNested: true },
    { title: 'Limits', anchor: 's-limits' },
  ]);
});

test('a text with a single heading needs no contents', () => {
  expect(
    contentsOf([
      ['h2', { id: 's-alone' }, 'Alone'],
      ['p', null, 'Text'],
    ]),
  ).toEqual([]);
});

test.each([
  { anchor: 's-one', text: ['a', ['h3', {}, 'Deeper'], 'b'], why: 'up to the next heading of its rank' },
  { anchor: 's-deeper', text: ['b'], why: 'a lower heading ends at a higher one too' },
  { anchor: 's-step', text: [['p', { class: 'x' }, 'c']], why: 'the content of a step' },
  { anchor: 's-three', text: ['d'], why: 'to the end of the text' },
  { anchor: 's-none', text: undefined, why: 'no such heading' },
])('the text of a passage: $why', ({ anchor, text }) => {
  const body: Activity['body'] = [
    ['h2', { id: 's-one' }, 'One'],
    'a',
    ['Item', { id: 'quick-check' }],
    ['h3', { id: 's-deeper' }, 'Deeper'],
    'b',
    ['h2', { id: 's-two' }, 'Two'],
    ['BuildUp', null, ['Step', { id: 's-step', title: 'A step' }, ['p', { id: 'p', class: 'x' }, 'c']]],
    ['h2', { id: 's-three' }, 'Three'],
    'd',
  ];
  expect(passageText(body, anchor)).toEqual(text);
});

test.each([
  {
    why: 'up to the heading after the first text',
    body: [
      ['h2', { id: 's-a' }, 'A'],
      ['p', { id: 'p-1' }, 'One'],
      ['Item', { id: 'q' }],
      ['h2', { id: 's-b' }, 'B'],
      ['p', null, 'Two'],
    ],
    opening: [['p', {}, 'One']],
  },
  {
    why: 'all of it without a heading',
    body: [['p', null, 'One'], '\n', ['p', null, 'Two']],
    opening: [['p', null, 'One'], '\n', ['p', null, 'Two']],
  },
  { why: 'nothing of headings alone', body: [['h2', { id: 's-a' }, 'A']], opening: [] },
] satisfies { why: string; body: RichNode[]; opening: RichNode[] }[])(
  'the opening of an activity: $why',
  ({ body, opening }) => {
    expect(openingText(body)).toEqual(opening);
  },
);
