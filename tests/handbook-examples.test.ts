import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AnyItemType, itemTypes } from '#lib/item/registry.ts';
import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import { compileContent } from '#lib/lesson/compile-content.ts';
import { findingLine } from '#lib/lesson/findings-of.ts';
import type { Finding } from '#lib/lesson/lesson.ts';

const read = (name: string): string => readFileSync(`content/handbook/author/${name}.mdx`, 'utf8');
const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
};

/** The files that the page shows, each below a heading with its name. */
const examples = new Map(
  [...read('examples').matchAll(/^## (\S+\.mdx)$[\s\S]*?^````mdx\n([\s\S]*?)^````$/gm)].map(
    ([, name = '', text = '']) => [name, text] as const,
  ),
);

function findingsOf(changed: Readonly<Record<string, string>> = {}): readonly Finding[] {
  const files = new Map([...examples, ...Object.entries(changed)]);
  const page = files.get('track.mdx');
  files.delete('track.mdx');
  const folder = 'content/tracks/git';
  const lesson = { track: 'git', slug: 'commits', folder: `${folder}/commits`, files };
  return compileContent([{ slug: 'git', folder, page, lessons: [lesson] }], tools).findings;
}

test('the handbook has an example of each file', () => {
  const files = [...activityKinds, testKind].map(({ file }) => file);
  expect([...examples.keys()].toSorted()).toEqual(['track.mdx', ...files].toSorted());
});

test('the examples have a question of each kind', () => {
  const written = [...examples.values()].join('\n');
  const absent = Object.values<AnyItemType>(itemTypes).filter(
    ({ component }) => !written.includes(`<${component} id="`),
  );
  expect(absent.map(({ component }) => component)).toEqual([]);
});

/** The examples of the page about questions that are whole: items with their ids, below other text or alone. */
const questions = [...read('questions').matchAll(/^````mdx\n([\s\S]*?)^````$/gm)].flatMap(([, text = '']) => {
  const [id] = /(?<=^<[A-Z]\w+ id=")[^"]+/m.exec(text) ?? [];
  return id === undefined || text.startsWith('<Check') ? [] : [{ id, text }];
});

test.each(questions)('the example $id in the page about questions is a whole file', ({ text }) => {
  const objectives = text.replaceAll(/ objective="[^"]+"/g, ' objective="snapshot"');
  expect(findingsOf({ 'practice.mdx': objectives })).toEqual([]);
});

test('each example compiles without a finding', () => expect(findingsOf()).toEqual([]));

test('a mistake planted in an example is found', () => {
  const good = examples.get('why.mdx') ?? '';
  expect(findingsOf({ 'why.mdx': good.replace('<Note', '<Noet') }).map(({ rule }) => rule)).toEqual([
    'component',
  ]);
});

test('the page of findings prints what the check prints', () => {
  const [, file = '', printed = ''] =
    /^````mdx\n([\s\S]*?)^````$[\s\S]*?^```console\n\$ .*\n([\s\S]*?)^```$/m.exec(read('findings')) ?? [];
  const found = findingsOf({ 'practice.mdx': file }).toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  expect(`${found.map(findingLine).join('\n')}\n`).toBe(printed);
});
