import { expect, test } from 'vitest';
import type { Rich } from '#lib/text/rich.ts';
import { sectionedText } from './static-sections.tsx';
import { findStaticText } from './static-texts.ts';

const item = (id: string): Rich[number] => ['Item', { id }];

async function htmlOf(body: Rich): Promise<readonly string[]> {
  return findStaticText((await sectionedText(body, { body })).hash) ?? [];
}

test('what stands between questions is one static section each', async () => {
  const body: Rich = [
    ['p', null, 'First'],
    ['Note', { kind: 'tip' }, ['p', null, 'Noted']],
    item('a'),
    ['p', null, 'Last'],
  ];
  const { sections } = await sectionedText(body, { body });
  expect(sections.map((section) => (section.kind === 'static' ? section.index : section.run.nodes))).toEqual([
    0,
    [item('a')],
    1,
  ]);
  const [before, after] = await htmlOf(body);
  expect(before).toMatch(/<p>First<\/p>.*<p>Noted<\/p>/);
  expect(after).toContain('<p>Last</p>');
});

test('a component with a question or a program in it is not static', async () => {
  const step: Rich[number] = ['Step', { id: 's', title: 'One' }, item('a')];
  const { sections } = await sectionedText({}, { body: [step, ['Trace', { data: '{}' }]] });
  expect(sections.map(({ kind }) => kind)).toEqual(['live', 'live']);
});

test('a heading directly above a question is a section of its own, other headings are not', async () => {
  const heading = (text: string): Rich[number] => ['h2', null, text];
  const body: Rich = [
    heading('Goal'),
    ['p', null, 'The goal'],
    heading('Step 1'),
    item('a'),
    heading('Step 2'),
    item('b'),
  ];
  const { sections } = await sectionedText(body, { body });
  expect(sections.map((section) => (section.kind === 'static' ? section.isHeading : 'live'))).toEqual([
    false,
    true,
    'live',
    true,
    'live',
  ]);
  const [brief, first, second] = await htmlOf(body);
  expect(brief).toContain('<h2>Goal</h2><p>The goal</p></div>');
  expect(first).toContain('<h2>Step 1</h2></div>');
  expect(second).toContain('<h2>Step 2</h2></div>');
});

test('text stays text', async () => {
  const [html] = await htmlOf([['p', { title: '"><script>' }, '<script>alert(1)</script> & more']]);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more');
  expect(html).not.toContain('<script>');
});

test('a heading that begins the text has no space above it, a later one does', async () => {
  const heading: Rich[number] = ['h2', null, 'Heading'];
  const [first, later] = await htmlOf([heading, item('a'), heading]);
  expect(first).toContain('<div class="prose">');
  expect(later).toContain('pt-5');
});

test('equal texts have the same hash, and another text another one', async () => {
  const hashOf = async (text: string) => (await sectionedText({}, { body: [['p', null, text]] })).hash;
  expect(await hashOf('one')).toBe(await hashOf('one'));
  expect(await hashOf('two')).not.toBe(await hashOf('one'));
});
