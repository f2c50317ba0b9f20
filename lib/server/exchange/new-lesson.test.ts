import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileContent } from '#lib/lesson/compile-content.ts';
import { readTracks, sha256 } from '#lib/server/content/read-content.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { createLesson } from './new-lesson.ts';

test('a new lesson in a new track has no errors but what its author is to write', async () => {
  const tracks = tempFolder('new-lesson');
  const made = await createLesson('git/commits', tracks, '2026-11-29');
  expect(made).toMatchObject({ ok: true });
  const [track] = await readTracks(tracks);
  expect(track?.lessons.map(({ slug }) => slug)).toEqual(['commits']);
  expect(readFileSync(join(tracks, 'git', 'track.mdx'), 'utf8')).toContain('lessons: [commits]');
});

test('what is there is not written over', async () => {
  const tracks = tempFolder('new-lesson');
  await createLesson('git/commits', tracks, '2026-11-29', { withQuestion: true });
  const file = join(tracks, 'git', 'commits', 'practice.mdx');
  writeFileSync(file, 'mine');
  expect(await createLesson('git/commits', tracks, '2026-11-29', { withQuestion: true })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('already'),
  });
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('the question to begin with compiles; what is missing is what its author is to write', async () => {
  const tracks = tempFolder('new-lesson');
  await createLesson('git/commits', tracks, '2026-11-29', { withQuestion: true });
  const { findings } = compileContent(await readTracks(tracks), {
    highlight: (value) => [{ type: 'text', value }],
    hash: sha256,
  });
  expect(findings.map(({ message }) => message)).toEqual([
    '«sources» is missing. Add it to the front matter.',
  ]);
});

test('a new lesson is added to the list of its track', async () => {
  const tracks = tempFolder('new-lesson');
  mkdirSync(join(tracks, 'git'));
  const page = (lessons: string) => `---\nid: git\nlessons: ${lessons}\n---\n`;
  writeFileSync(join(tracks, 'git', 'track.mdx'), page('[first]'));
  await createLesson('git/commits', tracks, '2026-11-29');
  expect(readFileSync(join(tracks, 'git', 'track.mdx'), 'utf8')).toBe(page('[first, commits]'));
});

test.each(['commits', 'git/commits/more', '../git/commits', 'git/..', 'Git/Commits'])(
  '%s is no name of a new lesson',
  async (into) => {
    expect(await createLesson(into, tempFolder('new-lesson'), '2026-11-29')).toMatchObject({ ok: false });
  },
);

test('a track without a list of lessons is left to the author', async () => {
  const tracks = tempFolder('new-lesson');
  mkdirSync(join(tracks, 'git'));
  writeFileSync(join(tracks, 'git', 'track.mdx'), '---\nid: git\n---\n');
  expect(await createLesson('git/commits', tracks, '2026-11-29')).toMatchObject({
    ok: false,
    problem: expect.stringContaining('Add "commits" to the list'),
  });
});
