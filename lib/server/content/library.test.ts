import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { loadHandbook } from './handbook.ts';
import { loadLibrary } from './library.ts';

const question = `<Choice id="q" level="easy" objective="aim">

Is it so?

- [ ] No <Id is="no" />
  > It is.
- [x] Yes <Id is="yes" />
  > Right.

<Solution>

It is so.

</Solution>

</Choice>
`;
const lesson = (title: string) => `---
id: l
title: ${title}
summary: S
objectives:
  - id: aim
    text: Know it
authors: [A]
sources:
  - title: Docs
    url: https://example.org
updated: 2026-11-22
---

One.
`;
const track = '---\nid: t\ntitle: Track\nsummary: S\nlessons: [l]\nupdated: 2026-11-22\n---\n';

/** A course of one lesson, and an empty folder for what is compiled from it. */
function course() {
  const root = tempFolder('library');
  const dir = join(root, 'tracks');
  const write = (name: string, text: string) => writeFileSync(join(dir, 't', name), text);
  mkdirSync(join(dir, 't', 'l'), { recursive: true });
  write('track.mdx', track);
  write('l/lesson.mdx', lesson('First'));
  write('l/try.mdx', question);
  return { dir, write, folder: join(root, 'compiled') };
}

/** Changes the text of the stored files, so that a result shows whether it was read from them. */
function mark(folder: string, from: string, to: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  }
}

test('what was compiled is read and not compiled again, with its keys and findings', async () => {
  const { dir, folder, write } = course();
  write('track.mdx', track.replace('[l]', '[l, gone]'));
  const compiled = await loadLibrary(dir, folder);
  mark(folder, '"First"', '"Stored"');
  mark(folder, '"Track"', '"Stored track"');
  const stored = await loadLibrary(dir, folder);
  expect(stored.tracks.map(({ title }) => title)).toEqual(['Stored track']);
  expect(stored.lessonById('l')?.title).toBe('Stored');
  expect(stored.item('q')?.secret.open()).toEqual(compiled.item('q')?.secret.open());
  expect(stored.findings.map(({ rule }) => rule)).toEqual(['lesson-missing']);
});

test('after an edit the lesson is compiled, and so it is when its file is gone', async () => {
  const { dir, folder, write } = course();
  await loadLibrary(dir, folder);
  write('l/lesson.mdx', lesson('Second'));
  expect((await loadLibrary(dir, folder)).lessonById('l')?.title).toBe('Second');
  write('track.mdx', track.replace('Track', 'Course'));
  const [edited] = (await loadLibrary(dir, folder)).tracks;
  expect([edited?.title, edited?.lessons[0]?.title]).toEqual(['Course', 'Second']);
  for (const name of readdirSync(folder).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes('secrets'),
  ))
    rmSync(join(folder, name));
  expect((await loadLibrary(dir, folder)).item('q')?.lesson.title).toBe('Second');
});

test('only the owner may read what was compiled, and answer keys are in the files of lessons only', async () => {
  const { dir, folder } = course();
  await loadLibrary(dir, folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const withKey = readdirSync(folder).filter((name) =>
    /"correct"/.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(withKey).toHaveLength(1);
});

test('without a folder nothing is stored', async () => {
  const { dir } = course();
  const memory = new Map();
  expect((await loadLibrary(dir, null, memory)).lessons()).toHaveLength(1);
  expect((await loadLibrary(dir, null, memory)).lessonById('l')).toBe([...memory.values()][0].lesson);
});

test('pages of the handbook are stored too, and compiled after an edit', async () => {
  const root = tempFolder('handbook');
  const [dir, folder] = [join(root, 'pages'), join(root, 'compiled')];
  const write = (name: string, title: string) =>
    writeFileSync(join(dir, name), `---\ntitle: ${title}\n---\n\nText.\n`);
  mkdirSync(dir);
  write('index.mdx', 'Help');
  write('more.mdx', 'More');
  await loadHandbook(folder, dir);
  mark(folder, '"Help"', '"Stored"');
  const titles = async () => (await loadHandbook(folder, dir)).map(({ path, title }) => [path, title]);
  expect(await titles()).toEqual([
    ['', 'Stored'],
    ['more', 'More'],
  ]);
  write('more.mdx', 'Others');
  expect(await titles()).toEqual([
    ['', 'Help'],
    ['more', 'Others'],
  ]);
});

const words = ['Hash', 'Seed', 'Lock', 'Draw'];

/** A pool of twelve with the right options in each place in turn, and each word right three times. */
const poolOf = (ending: string): string =>
  Array.from({ length: 12 }, (_, at) => {
    const right = words[(at + Math.floor(at / 4)) % words.length] ?? '';
    const wrong = words
      .filter((word) => word !== right)
      .map((word) => `- [ ] ${word} ${at} <Id is="${word.toLowerCase()}" />`);
    const options = wrong.toSpliced(at % 4, 0, `- [x] ${right} ${at}${ending} <Id is="right" />`);
    return `<Choice id="p${at}" level="easy" objective="aim">\n\nWhich is it?\n\n${options.join('\n')}\n\n</Choice>\n`;
  }).join('\n');

test('a lesson whose test a bot passes is refused by build and start as by check, also when it was stored', async () => {
  const { dir, folder, write } = course();
  write('l/pool.mdx', poolOf(''));
  expect((await loadLibrary(dir, folder)).lessons()).toHaveLength(1);
  write('l/pool.mdx', poolOf(', which is the one that was asked for'));
  for (const from of ['compiled', 'stored']) {
    const library = await loadLibrary(dir, folder);
    expect(library.lessons(), from).toEqual([]);
    const errors = library.findings.filter(({ severity }) => severity === 'error');
    expect(
      errors.map(({ rule, line }) => [rule, line]),
      from,
    ).toEqual([['test-guessed', 1]]);
    expect(errors[0]?.file).toMatch(/t\/l\/pool\.mdx$/);
  }
});
