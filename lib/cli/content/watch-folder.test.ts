import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LessonSource } from '#lib/lesson/source.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { forgetChanged, pollFolder, watchFolder } from './watch-folder.ts';

function course() {
  const dir = tempFolder('watched');
  mkdirSync(join(dir, 'track', 'lesson'), { recursive: true });
  const file = join(dir, 'track', 'lesson', 'why.mdx');
  writeFileSync(file, 'One.');
  return { dir, file, path: join('track', 'lesson', 'why.mdx') };
}

/** Repeats `act` until `isDone`: a watcher or a poll may begin after the first of them. */
async function untilSeen(act: () => void, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    act();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test.each(['watcher', 'poll'] as const)('the %s names files that change and files that go', async (how) => {
  const { dir, file, path } = course();
  const seen = new Set<string>();
  const note = (name: string | null) => seen.add(name ?? 'everything');
  const stop =
    how === 'poll'
      ? pollFolder(dir, note)
      : watchFolder(dir, async (changed) => {
          for (const name of changed ?? [null]) note(name);
        });
  await untilSeen(
    () => appendFileSync(file, 'x'),
    () => seen.has(path),
  );
  seen.clear();
  await untilSeen(
    () => rmSync(file, { force: true }),
    () => seen.has(path),
  );
  stop();
});

test('changes during a check are checked after it, together', async () => {
  const { dir, file, path } = course();
  const other = join(dir, 'track', 'track.mdx');
  const checks: (readonly string[])[] = [];
  let release: () => void = () => undefined;
  let running = 0;
  const stop = watchFolder(dir, async (changed) => {
    running += 1;
    expect(running).toBe(1);
    checks.push([...(changed ?? [])].toSorted());
    if (checks.length === 1) await new Promise<void>((resolve) => (release = resolve));
    running -= 1;
  });
  await untilSeen(
    () => appendFileSync(file, 'x'),
    () => checks.length > 0,
  );
  writeFileSync(file, 'during');
  writeFileSync(other, 'during');
  await new Promise((resolve) => setTimeout(resolve, 300));
  release();
  await untilSeen(
    () => undefined,
    () => checks.slice(1).flat().includes(join('track', 'track.mdx')),
  );
  stop();
  expect(checks.slice(1).flat()).toContain(path);
});

const source = (slug: string): LessonSource => ({ track: 't', slug, folder: slug, files: new Map() });
const remembered = () => new Map(['a', 'ab'].map((slug) => [join('dir', 't', slug), source(slug)]));

test.each([
  { changed: ['t/a/why.mdx'], left: ['ab'] },
  { changed: ['t/a/pool/one.mdx'], left: ['ab'] },
  { changed: ['t/track.mdx'], left: ['a', 'ab'] },
  { changed: ['t/picture.png'], left: [] },
  { changed: ['t'], left: [] },
  { changed: null, left: [] },
])('after a change of $changed the others are remembered', ({ changed, left }) => {
  const memory = remembered();
  forgetChanged(memory, 'dir', changed && new Set(changed.map((path) => join(...path.split('/')))));
  expect([...memory.values()].map(({ slug }) => slug)).toEqual(left);
});
