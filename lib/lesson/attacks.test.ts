import { describe, expect, test } from 'vitest';
import { compileThread } from '#lib/server/content/compiler/compile-thread.ts';
import { type CompiledFile, compileFile } from './compile-file.ts';
import { lessonFrontMatter, readFrontMatter } from './front-matter.ts';
import { createHighlighter } from './highlight.ts';
import type { Finding } from './lesson.ts';
import { parseFile } from './parse.ts';
import { attackVectors, bombs } from './testing/attack-vectors.ts';
import { dangers } from './testing/inert.ts';

const { highlight } = await createHighlighter();

function compiled(text: string): CompiledFile & { readonly findings: readonly Finding[] } {
  const { tree, findings } = parseFile('file.mdx', text);
  const hash = (plain: string) => String(plain.length).padStart(20, '0');
  const file = compileFile(
    'file.mdx',
    tree,
    { highlight },
    {
      file: 'file.mdx',
      activity: 'practice',
      objectives: [],
      hash,
    },
  );
  return { ...file, findings: [...findings, ...file.findings] };
}

test('there are at least 200 vectors, no two the same', () => {
  expect(new Set(attackVectors).size).toBe(attackVectors.length);
  expect(attackVectors.length).toBeGreaterThanOrEqual(200);
});

test('the judge of these tests sees what is dangerous', () => {
  expect(dangers(['script', null, 'x'])).not.toEqual([]);
  expect(dangers(['p', { onClick: 'x' }])).not.toEqual([]);
  expect(dangers(['a', { href: 'javascript:x' }])).not.toEqual([]);
  expect(dangers([['p', null, ['a', { href: '//evil.example' }]]])).not.toEqual([]);
  expect(dangers(['rect', { fill: 'url(https://evil.example)' }])).not.toEqual([]);
});

/** Harm that is only text: code, escapes and words that are shown as they are. */
const harmless = (text: string) => compiled(text).findings.length === 0;

test('almost all vectors are refused, each with a place; the rest is mere text', () => {
  const passed = attackVectors.filter(harmless);
  expect(passed.length).toBeLessThan(attackVectors.length / 8);
});

test.each(attackVectors)('%j leaves nothing that could act', (text) => {
  const { body, items, secrets, findings } = compiled(text);
  expect(dangers([body, items, [...secrets.values()]])).toEqual([]);
  for (const { line, column } of findings) expect(line >= 1 && column >= 1).toBe(true);
});

test.each([
  ['title: <script>alert(1)</script>', true],
  ['sources: [{ title: x, url: "javascript:alert(1)" }]', false],
  ['sources: [{ title: x, url: "https://a.b\\njavascript:alert(1)" }]', false],
  ['sources: [{ title: x, url: "data:text/html,x" }]', false],
  ['__proto__: { polluted: true }', false],
  ['constructor: { prototype: { polluted: true } }', false],
  ['title: !!js/function "function () {}"', false],
  ['badge: { id: __proto__, name: x, about: x, rule: test }', false],
])('front matter with %s', (line, isText) => {
  const key = line.split(':')[0] ?? '';
  const good = [
    'id: a',
    'title: b',
    'summary: c',
    'objectives: [{ id: d, text: e }]',
    'authors: [f]',
    'sources: [{ title: g, url: "https://h.example" }]',
    'updated: 2026-11-22',
  ];
  const { value, findings } = readFrontMatter(
    'lesson.mdx',
    [...good.filter((one) => !one.startsWith(`${key}:`)), line].join('\n'),
    lessonFrontMatter,
  );
  expect(findings.length === 0).toBe(isText);
  expect(value === undefined).toBe(!isText);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

describe('a bomb is refused, or compiled within the limits of the thread', () => {
  const thread = compileThread();
  test.each(Object.keys(bombs).flatMap((name) => [1, 2, 4].map((size) => [name, size] as const)))(
    '%s, %i times',
    async (name, size) => {
      const text = bombs[name]?.(size) ?? '';
      const source = { track: 't', slug: 'l', folder: 't/l', files: new Map([['lesson.mdx', text]]) };
      const outcome = await thread.compile({ kind: 'lesson', source });
      expect(['done', 'slow']).toContain(outcome.kind);
      if (outcome.kind === 'done') expect(outcome.result.lesson?.findings).not.toEqual([]);
    },
    120_000,
  );
  test('the thread ends', () => thread.close());
});
