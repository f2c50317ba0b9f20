import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LessonFiles } from '#lib/lesson/lesson-files.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { gitPatch } from './git-patch.ts';

const folder = 'content/tracks/a/b';

/** The files of a folder after `git apply`. */
function applied(before: LessonFiles, patch: string): { read(name: string): string | undefined } {
  const top = tempFolder('patch');
  const git = (...args: string[]) => execFileSync('git', ['-C', top, ...args], { stdio: 'pipe' });
  git('init', '--quiet');
  for (const [name, text] of Object.entries(before)) {
    const file = join(top, folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  const file = join(top, 'changes.patch');
  writeFileSync(file, patch);
  git('apply', file);
  return {
    read: (name) => {
      const path = join(top, folder, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    },
  };
}

test.each<{ why: string; before: LessonFiles; after: LessonFiles }>([
  { why: 'a line that has changed', before: { 'a.mdx': 'one\ntwo\n' }, after: { 'a.mdx': 'one\n2\n' } },
  { why: 'a last line without its end', before: { 'a.mdx': 'one\ntwo' }, after: { 'a.mdx': 'one\n2' } },
  { why: 'an end of line that is added', before: { 'a.mdx': 'one' }, after: { 'a.mdx': 'one\n' } },
  {
    why: 'a file in a new folder',
    before: { 'a.mdx': 'x\n' },
    after: { 'a.mdx': 'x\n', 'pool/b.mdx': 'y\n' },
  },
  { why: 'a file that is gone', before: { 'a.mdx': 'x\n', 'b.mdx': 'y\n' }, after: { 'a.mdx': 'x\n' } },
  { why: 'letters of other languages', before: { 'a.mdx': 'Ärger\n' }, after: { 'a.mdx': 'Ärger, 数\n' } },
  { why: 'a lesson that was not there', before: {}, after: { 'lesson.mdx': '---\nid: a\n---\n' } },
])('git applies $why', ({ before, after }) => {
  const { read } = applied(before, gitPatch(folder, before, after));
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    expect(read(name)).toBe(after[name]);
});

test('what does not differ needs no patch', () => {
  expect(gitPatch(folder, { 'a.mdx': 'x' }, { 'a.mdx': 'x' })).toBe('');
});
