import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { sourceHash } from '#lib/server/content/source-hash.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { pictureOf, readPictures } from './read-pictures.ts';
import { storedPicture, storePictures } from './stored-pictures.ts';

/** The first bytes of each format, by its specification, with these sides. */
const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const jpeg = (width: number, height: number): Buffer => {
  const bytes = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0001108000000000301110002110103110100',
    'hex',
  );
  bytes.writeUInt16BE(height, 25);
  bytes.writeUInt16BE(width, 27);
  return bytes;
};
const svg = (size: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="M0 0"/></svg>`);

test.each([
  ['PNG', png(640, 320), { type: 'png', width: 640, height: 320 }],
  ['JPEG', jpeg(30, 20), { type: 'jpg', width: 30, height: 20 }],
  ['SVG with sides', svg('width="12" height="34"'), { type: 'svg', width: 12, height: 34 }],
  ['SVG with a box', svg('viewBox="0 0 7 9"'), { type: 'svg', width: 7, height: 9 }],
])('a %s is known by its content', (_name, bytes, expected) => {
  expect(pictureOf(bytes)).toMatchObject({ ...expected, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test.each([
  ['text', Buffer.from('hello'), /no PNG/],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), /no PNG/],
  ['an SVG without a size', svg(''), /viewBox/],
  ['a PNG of no height', png(5, 0), /pixels/],
  ['a PNG without end', png(20_000, 5), /10000/],
  ['nothing', Buffer.alloc(0), /no PNG/],
])('%s is refused', (_name, bytes, fault) => {
  expect(pictureOf(bytes)).toEqual({ fault: expect.stringMatching(fault) });
});

/** Some readers look for the parts of these files without an end, as a part of no length leads to itself. */
test.each([
  [
    'an icon of Apple with an entry of no length',
    Buffer.from('icns\0\0\0\x20ICON\0\0\0\0'.padEnd(64, '\0'), 'latin1'),
  ],
  ['an AVIF', Buffer.from('\0\0\0\x10ftypavif\0\0\0\0'.padEnd(64, '\0'), 'latin1')],
])('%s is refused by its first bytes', (_name, bytes) => {
  expect(pictureOf(bytes)).toEqual({ fault: expect.stringMatching(/no PNG/) });
});

function course(): { track: string; lesson: string } {
  const track = join(tempFolder('pictures'), 'track');
  const lesson = join(track, 'lesson');
  mkdirSync(join(lesson, 'figures', 'deep'), { recursive: true });
  writeFileSync(join(track, 'track.mdx'), '---\nid: t\n---\n');
  writeFileSync(join(track, 'logo.svg'), svg('viewBox="0 0 7 9"'));
  writeFileSync(join(lesson, 'lesson.mdx'), 'x');
  writeFileSync(join(lesson, 'a.png'), png(1, 2));
  writeFileSync(join(lesson, 'figures', 'deep', 'b.JPG'), jpeg(3, 4));
  writeFileSync(join(lesson, 'figures', 'notes.txt'), 'x');
  return { track, lesson };
}

test('a lesson has the pictures of its folder and those beside the page of the track, but no others', async () => {
  const { track, lesson } = course();
  const outside = tempFolder('outside');
  writeFileSync(join(outside, 'secret.png'), png(9, 9));
  symlinkSync(join(outside, 'secret.png'), join(lesson, 'link.png'));
  symlinkSync(outside, join(lesson, 'linked'));
  writeFileSync(join(lesson, '.hidden.png'), png(9, 9));
  writeFileSync(join(lesson, 'large.png'), Buffer.concat([png(1, 1), Buffer.alloc(2 * 1024 * 1024)]));
  const found = await readPictures(lesson, track);
  expect([...found.keys()]).toEqual(['a.png', 'figures/deep/b.JPG', 'large.png', '../logo.svg']);
  expect(found.get('large.png')).toEqual({ fault: expect.stringContaining('2049 KB; 2048 at most') });
});

test('a lesson is another one when a picture has changed', async () => {
  const { track, lesson } = course();
  const hash = async () => (await readTracks(track)).flatMap(({ lessons }) => lessons.map(sourceHash));
  const before = await hash();
  expect(await hash()).toEqual(before);
  writeFileSync(join(lesson, 'a.png'), png(10, 20));
  expect(await hash()).not.toEqual(before);
});

test('the server shows the bytes of a picture, and nothing under another name', async () => {
  const { track, lesson } = course();
  const [source] = await readTracks(track);
  await storePictures(source?.lessons ?? []);
  const picture = (await readPictures(lesson, track)).get('a.png');
  const hash = picture && 'hash' in picture ? picture.hash : '';
  expect(await storedPicture(`${hash}.png`)).toEqual({ bytes: png(1, 2), mediaType: 'image/png' });
  for (const name of [`${hash}.svg`, `${'0'.repeat(64)}.png`, '../content.json', `${hash}.json`, ''])
    expect(await storedPicture(name)).toBeUndefined();
});

test('a picture that is gone when it is to be copied is left out, and several may copy at once', async () => {
  const { track, lesson } = course();
  writeFileSync(join(lesson, 'c.png'), png(77, 78));
  writeFileSync(join(lesson, 'gone.png'), png(79, 80));
  const lessons = (await readTracks(track)).flatMap((one) => one.lessons);
  const picture = lessons[0]?.pictures?.get('c.png');
  const name = picture && 'hash' in picture ? `${picture.hash}.png` : '';
  // An earlier run of this test has left it there.
  rmSync(join(compiledFolder(), 'pictures', name), { force: true });
  rmSync(join(lesson, 'gone.png'));
  await Promise.all([storePictures(lessons), storePictures(lessons), storePictures(lessons)]);
  expect((await storedPicture(name))?.bytes).toEqual(png(77, 78));
});
