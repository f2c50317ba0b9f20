import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportPlan, PlannedItem } from '#lib/exchange/plan-import.ts';
import { longestFile } from '#lib/lesson/limits.ts';
import { idsText } from '#lib/lesson/side-ids/ids-file.ts';
import { idsAside } from '#lib/lesson/side-ids/move-ids.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { mergePlan, writeImport } from './write-import.ts';

const item = (id: string): PlannedItem => ({
  outcome: 'kept',
  place: { line: 1, column: 1 },
  id,
  kind: 'open',
  activity: 'test',
  text: `<Choice id="${id}">\n\nWhat?\n\n- [x] a <Id is="a" />\n- [ ] b <Id is="b" />\n\n</Choice>`,
  pictures: [],
  changes: [],
});
const plan = (...ids: string[]): ImportPlan => ({ items: ids.map(item), notes: [] });
const lesson = (files: Record<string, string>) => ({
  track: 't',
  slug: 'l',
  folder: 'l',
  files: new Map(Object.entries(files)),
});

test('a bank that one file cannot hold with ease goes into several files of the folder pool', async () => {
  const ids = Array.from({ length: 301 }, (_, at) => `a-${at}`);
  const merge = mergePlan(plan(...ids), lesson({}), false);
  const folder = tempFolder('import');
  await writeImport(folder, merge);
  expect(readdirSync(join(folder, 'pool')).toSorted()).toEqual(['imported-1.mdx', 'imported-2.mdx']);
  expect(readFileSync(join(folder, 'pool', 'imported-2.mdx'), 'utf8')).toContain('id="a-300"');
});

test.each([
  { own: {}, files: ['pool/imported-1.mdx', 'pool/imported-2.mdx'], why: 'long questions' },
  {
    own: { 'pool.mdx': 'a'.repeat(60_000) },
    files: ['pool/imported-1.mdx', 'pool/imported-2.mdx'],
    why: 'a pool that is long already',
  },
  {
    own: { 'pool/imported-1.mdx': 'a'.repeat(60_000) },
    files: ['pool/imported-2.mdx', 'pool/imported-3.mdx'],
    why: 'an earlier import',
  },
])('no file becomes longer than the compiler takes: $why', ({ own, files: expected }) => {
  const long = ['a-1', 'a-2', 'a-3'].map((id) => ({
    ...item(id),
    text: `${item(id).text}\n${'x'.repeat(30_000)}`,
  }));
  const { files } = mergePlan({ items: long, notes: [] }, lesson(own), false);
  expect(files.map(({ name }) => name)).toEqual(expected);
  for (const { text } of files) expect(text.length).toBeLessThan(longestFile);
});

test('few questions go into the pool that is there', () => {
  const { files } = mergePlan(plan('a-1', 'a-2'), lesson({ 'pool.mdx': `${item('b').text}\n` }), false);
  expect(files.map(({ name }) => name)).toEqual(['pool.mdx']);
});

test('an item that somebody has moved to another file of the lesson is looked for there', () => {
  const files = { 'practice.mdx': `${item('a-1').text}\n`, 'pool.mdx': `${item('a-2').text}\n` };
  const { files: changed, outcomes } = mergePlan(plan('a-1', 'a-2', 'a-3'), lesson(files), false);
  expect(Object.fromEntries(outcomes)).toEqual({ 'a-1': 'same', 'a-2': 'same', 'a-3': 'added' });
  expect(changed.filter(({ isChanged }) => isChanged).map(({ name }) => name)).toEqual(['pool.mdx']);
});

test('of a lesson with its ids beside the text, items are found there, and new ones get theirs there', () => {
  const texts = new Map([
    ['practice.mdx', `${item('a-1').text.replace('What?', 'Which branch moves?')}\n`],
    ['pool.mdx', `${item('a-2').text}\n`],
  ]);
  const aside = idsAside(texts, []);
  const whole = { ...lesson({}), files: aside.texts, ids: idsText(aside.items) };
  const { files, outcomes } = mergePlan(plan('a-1', 'a-2'), whole, false);
  expect(Object.fromEntries(outcomes)).toEqual({ 'a-1': 'differs', 'a-2': 'same' });
  expect(files.filter(({ isChanged }) => isChanged)).toEqual([]);
  const fresh = { ...item('a-3'), text: item('a-3').text.replace('What?', 'Who pushes to a remote?') };
  const grown = mergePlan({ items: [item('a-2'), fresh], notes: [] }, whole, false);
  expect(Object.fromEntries(grown.outcomes)).toEqual({ 'a-2': 'same', 'a-3': 'added' });
  const changed = new Map(grown.files.map(({ name, text }) => [name, text]));
  expect(changed.get('pool.mdx')).not.toMatch(/\bid=|<Id/);
  expect(changed.get('ids.json')).toContain('"a-3"');
});
