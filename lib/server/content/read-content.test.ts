import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileContent } from '#lib/lesson/compile-content.ts';
import type { TrackSource } from '#lib/lesson/source.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { compileHandbook } from './compile-handbook.ts';
import { readHandbook } from './handbook.ts';
import { readTracks, sha256 } from './read-content.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const head = `---
id: l
title: Café
summary: Un café à Zürich.
objectives:
  - id: aim
    text: Commander
authors: [A]
sources:
  - title: Docs
    url: https://example.org
updated: 2026-11-22
---

Un café.
`;
const page = '---\nid: t\ntitle: Thé\nsummary: S\nlessons: [l]\nupdated: 2026-11-22\n---\n';

function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = join(tempFolder('content'), 'tracks');
  mkdirSync(join(dir, 't', 'l', 'pool', 'deeper'), { recursive: true });
  for (const [name, text] of Object.entries({ 'track.mdx': page, 'l/lesson.mdx': head, ...files }))
    writeFileSync(join(dir, 't', name), text);
  return dir;
}

const compiled = (sources: readonly TrackSource[]) =>
  compileContent(sources, { highlight: (value) => [{ type: 'text', value }], hash: sha256 });

test('UTF-8 with a byte order mark is read without it', async () => {
  const sources = await readTracks(folder({ 'l/why.mdx': '\uFEFFUn café à Zürich.' }));
  expect(sources[0]?.lessons[0]?.files.get('why.mdx')).toBe('Un café à Zürich.');
  const { tracks, findings } = compiled(sources);
  expect(findings).toEqual([]);
  expect(tracks[0]?.lessons).toHaveLength(1);
});

test.each([
  ['an activity', 'l/why.mdx', latin1('Un\ncafé à Zürich.'), '2:4', 0],
  ['the introduction', 'l/lesson.mdx', latin1(head), '3:11', 0],
  ['UTF-16 of Windows', 'l/why.mdx', Buffer.from('\uFEFFUn café.', 'utf16le'), '1:1', 0],
  ['the page of a track', 'track.mdx', latin1(page), '3:10', 1],
])('%s in another encoding is named, once', async (_name, file, text, place, shown) => {
  const { tracks, findings } = compiled(await readTracks(folder({ [file]: text })));
  const [found] = findings;
  expect(findings.map(({ rule }) => rule)).toEqual(['encoding']);
  expect(`${found?.line}:${found?.column}`).toBe(place);
  expect(found?.file.endsWith(`t/${file}`)).toBe(true);
  expect(found?.message).toMatch(/Save it as UTF-8/);
  expect(tracks.flatMap(({ lessons }) => lessons)).toHaveLength(shown);
});

test('a page of the handbook too', async () => {
  const dir = tempFolder('handbook');
  writeFileSync(join(dir, 'index.mdx'), latin1('---\ntitle: Aide\n---\n\nUn café.\n'));
  const { findings } = await compileHandbook(await readHandbook(dir));
  expect(findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual(['5:7 encoding']);
});

test('of a file that is far too long only the beginning is read, and it is refused for its length', async () => {
  // Three bytes each, so that the part that is read ends within a character.
  const long = '—'.repeat(1_000_000);
  const sources = await readTracks(folder({ 'l/why.mdx': long }));
  expect(sources[0]?.lessons[0]?.files.get('why.mdx')?.length).toBeLessThan(700_000);
  const { findings } = compiled(sources);
  expect(findings.map(({ file, rule }) => `${file.split('/').at(-1)} ${rule}`)).toEqual(['why.mdx limit']);
});

test('the pool of a lesson may have files in a folder, and nothing else may', async () => {
  const question = (id: string) =>
    `<Choice id="${id}" level="easy" objective="aim">\n\nIs it so?\n\n- [ ] No <Id is="no" />\n- [x] Yes <Id is="yes" />\n\n</Choice>\n`;
  const sources = await readTracks(
    folder({
      'l/pool.mdx': question('one'),
      'l/pool/b.mdx': question('three'),
      'l/pool/a.mdx': `${question('two')}\n${question('one')}`,
      'l/pool/notes.md': 'Words.',
      'l/pool/deeper/c.mdx': question('four'),
    }),
  );
  const { findings } = compiled(sources);
  expect(
    findings.map(({ file, line, rule }) => `${file.replace(/^.*\/t\/l\//, '')}:${line} ${rule}`).toSorted(),
  ).toEqual(['pool.mdx:1 pool-small', 'pool/a.mdx:10 item-id-twice', 'pool/notes.md:1 file-unknown']);
});

test.each(['~$practice.mdx', 'practice.docx', 'practice.mdx.txt', 'Practice.txt'])(
  'a file %s of another program is named once, whatever is in it',
  async (name) => {
    const { findings } = compiled(
      await readTracks(folder({ [`l/${name}`]: Buffer.from([0, 255, 254, 10]) })),
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['file-unknown']);
    expect(findings[0]?.file.endsWith(`t/l/${name}`)).toBe(true);
  },
);

test('data beside a lesson is left alone', async () => {
  const { findings } = compiled(await readTracks(folder({ 'l/data.txt': 'x', 'l/notes.docx': 'x' })));
  expect(findings).toEqual([]);
});
