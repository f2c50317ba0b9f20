import { expect, test } from 'vitest';
import { activityKinds } from './activities.ts';
import { compileLesson } from './compile-lesson.ts';

const check = `<Choice id="seeds-check-one" level="easy" objective="aim">

What does a seed fix?

- [x] A sequence of draws <Id is="sequence" />
- [ ] A single draw <Id is="draw" />

</Choice>`;

const head = `---
id: seeds
title: Seeds
summary: What a seed fixes, and what it does not.
objectives:
  - id: aim
    text: Say what a seed fixes
prerequisites: []
authors: [Somebody]
sources:
  - title: A source
    url: https://example.org
updated: 2026-11-29
minutes: 5
---

`;

function compiled(file: string, text: string) {
  const files = new Map([['lesson.mdx', `${head}Before.\n`]]);
  files.set(file, file === 'lesson.mdx' ? head + text : `---\nminutes: 5\n---\n\n${text}`);
  const source = { slug: 'seeds', track: 'track', folder: 'track/seeds', files };
  return compileLesson(source, {
    highlight: (value) => [{ type: 'text', value }],
    hash: (value) => `${value.length}`.padStart(64, '0'),
  });
}

const readings = activityKinds.filter((kind) => 'isReading' in kind);

test('the readings are the activities that explain', () => {
  expect(readings.map(({ slug }) => slug)).toEqual(['introduction', 'why', 'deep', 'visualize', 'scale']);
});

test.each(readings)('a question between two paragraphs of $file stays between them', ({ slug, file }) => {
  const { lesson, findings } = compiled(file, `First.\n\n${check}\n\nSecond.\n`);
  expect(findings).toEqual([]);
  const activity = lesson?.activities.find((one) => one.slug === slug);
  expect(activity?.body.filter((node) => typeof node !== 'string')).toEqual([
    ['p', null, 'First.'],
    ['Item', { id: 'seeds-check-one' }],
    ['p', null, 'Second.'],
  ]);
});

test('it is practice, belongs to its activity and not to the test', () => {
  const { lesson } = compiled('deep.mdx', `First.\n\n${check}\n`);
  const deep = lesson?.activities.find(({ slug }) => slug === 'deep');
  expect(deep?.items.map(({ id, objective }) => ({ id, objective }))).toEqual([
    { id: 'seeds-check-one', objective: 'aim' },
  ]);
  expect(deep?.delivery).toMatchObject({ feedback: 'at-once', attempts: null, pays: true, clock: false });
  expect(lesson?.pool).toEqual([]);
});

test('it may stand in a step of a build-up, and not inside a note', () => {
  const step = `<Step level="easy" title="One">\n\n${check}\n\n</Step>\n`;
  expect(compiled('deep.mdx', step).findings).toEqual([]);
  const note = `<Note kind="key-idea">\n\n${check}\n\n</Note>\n`;
  expect(compiled('deep.mdx', note).findings.map(({ rule, line }) => ({ rule, line }))).toEqual([
    { rule: 'item-place', line: 7 },
  ]);
});
