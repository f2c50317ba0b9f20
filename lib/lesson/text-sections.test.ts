import { expect, test } from 'vitest';
import type { Rich } from '#lib/text/rich.ts';
import { textSections } from './text-sections.ts';

const body: Rich = [
  ['p', null, 'Before ', ['strong', null, 'any'], 'thing.'],
  ['p', null, 'Next.'],
  ['h2', { id: 's-seeds' }, 'Seeds ', ['code', null, 'random']],
  ['Note', { kind: 'remember', title: 'Remember' }, ['p', null, 'Log it.']],
  ['Reveal', { title: 'Guess first' }, ['p', null, 'The hidden answer.']],
  ['Item', { id: 'try-1' }],
  [
    'Step',
    { level: 'easy', title: 'One draw', id: 's-one' },
    ['ul', null, ['li', null, 'a'], ['li', null, 'b']],
  ],
  ['p', null, 'After the step.'],
];

test('a page is divided at headings and steps, with words kept apart', () => {
  expect(textSections(body)).toEqual([
    { anchor: null, heading: '', text: 'Before anything. Next.' },
    { anchor: 's-seeds', heading: 'Seeds random', text: 'Remember Log it.' },
    { anchor: 's-one', heading: 'One draw', text: 'a b After the step.' },
  ]);
});

test('what a reader has to open first is not part of any section', () => {
  expect(JSON.stringify(textSections(body))).not.toContain('hidden answer');
});

test('an empty page has no section', () => {
  expect(textSections([])).toEqual([]);
});
