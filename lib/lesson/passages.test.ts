import { expect, test } from 'vitest';
import { deliveryOf } from './delivery.ts';
import type { Activity } from './lesson.ts';
import { findPassage, passageLabel } from './passages.ts';

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
