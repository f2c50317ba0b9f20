import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileContent } from './compile-content.ts';
import type { Finding } from './lesson.ts';
import { type AuthorMistake, goodLesson } from './testing/author-mistakes/author-mistake.ts';
import { fileMistakes } from './testing/author-mistakes/in-files.ts';
import { headMistakes } from './testing/author-mistakes/in-head.ts';
import { itemMistakes } from './testing/author-mistakes/in-items.ts';
import { pastedMistakes } from './testing/author-mistakes/in-pasted.ts';
import { tagMistakes } from './testing/author-mistakes/in-tags.ts';
import { textMistakes } from './testing/author-mistakes/in-text.ts';
import { right, rightHeads } from './testing/author-mistakes/right.ts';

const track = '---\nid: t\ntitle: T\nsummary: S\nlessons: [l]\nupdated: 2026-11-22\n---\n';
const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
};

function findingsOf(files: Readonly<Record<string, string>>): readonly Finding[] {
  const lesson = { track: 't', slug: 'l', folder: 't/l', files: new Map(Object.entries(files)) };
  return compileContent([{ slug: 't', folder: 't', page: track, lessons: [lesson] }], tools).findings;
}

/** Line and column of the mark. A byte order mark counts for nothing. */
function placeOf(marked: string): string {
  const before = marked
    .slice(0, marked.indexOf('▸'))
    .replace(/^\ufeff/, '')
    .split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const mistakes: readonly AuthorMistake[] = [
  ...headMistakes,
  ...fileMistakes,
  ...tagMistakes,
  ...textMistakes,
  ...pastedMistakes,
  ...itemMistakes,
];

test('the lesson without a mistake has no findings', () => expect(findingsOf(goodLesson)).toEqual([]));

test('there are at least 80 mistakes, each with a name of its own', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(80);
  expect(new Set(mistakes.map(({ file, name }) => `${file} ${name}`)).size).toBe(mistakes.length);
});

const explained = readFileSync('content/handbook/author/findings.mdx', 'utf8');

test.each(mistakes)('$name, in $file', ({ file, text, says }) => {
  const findings = findingsOf({ ...goodLesson, [file]: text.replace('▸', '') });
  const places = findings.map((found) => `${found.file} ${found.line}:${found.column} ${found.message}`);
  expect(places).toHaveLength(1);
  expect(places[0]?.startsWith(`t/l/${file} ${placeOf(text)} `), `${places[0]}, not ${placeOf(text)}`).toBe(
    true,
  );
  expect(findings[0]?.message).toMatch(says);
  expect(explained).toContain(`\`${findings[0]?.rule}\``);
});

test.each(Object.entries(right))('nothing is said about %s', (_name, text) => {
  expect(findingsOf({ ...goodLesson, 'practice.mdx': text })).toEqual([]);
});

test.each(rightHeads)('nothing is said about the front matter %j', (head) => {
  expect(findingsOf({ 'lesson.mdx': `${head}\nA word stands for a thing.\n` })).toEqual([]);
});
