import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { archiveLimits, isArchive, readArchive } from './read-archive.ts';

interface Options {
  readonly mode?: number;
  readonly compress?: boolean;
  readonly forceZip64Format?: boolean;
}

function zip(
  entries: readonly (readonly [name: string, content: Buffer | string, options?: Options])[],
): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content, options = {}] of entries) file.addBuffer(Buffer.from(content), name, options);
  file.end();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** An archive in which a name of the same length has been put in place of an honest one. */
async function renamed(name: string): Promise<Buffer> {
  const bytes = await zip([['x'.repeat(name.length), 'text']]);
  return Buffer.from(bytes.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1');
}

/** An archive whose directory declares another unpacked size than there is. */
async function declaring(size: number): Promise<Buffer> {
  const bytes = await zip([['a.xml', 'a'.repeat(1000)]]);
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

test('an honest archive is unpacked, zip64 too', async () => {
  for (const forceZip64Format of [false, true]) {
    const bytes = await zip([
      ['imsmanifest.xml', '<manifest/>', { forceZip64Format }],
      ['folder/item.xml', '<item/>', { forceZip64Format }],
    ]);
    expect(isArchive(bytes)).toBe(true);
    const read = await readArchive(bytes);
    const texts = read.ok
      ? [...read.files].map(([name, content]) => [name, Buffer.from(content).toString()])
      : read;
    expect(texts).toEqual([
      ['imsmanifest.xml', '<manifest/>'],
      ['folder/item.xml', '<item/>'],
    ]);
  }
});

test.each([
  { why: 'a name that leads up', bytes: () => renamed('../../etc/passwd'), says: '' },
  { why: 'a name that leads up from within', bytes: () => renamed('a/../../b.xml'), says: '' },
  { why: 'an absolute name', bytes: () => renamed('/etc/passwd'), says: '' },
  { why: 'a drive', bytes: () => renamed('c:/windows'), says: '' },
  { why: 'backslashes', bytes: () => renamed('..\\..\\b.xml'), says: '' },
  { why: 'a control character', bytes: () => renamed('a\u0007b.xml'), says: 'control character' },
  {
    why: 'the same name twice',
    bytes: () =>
      zip([
        ['a.xml', '1'],
        ['A.XML', '2'],
      ]),
    says: 'twice',
  },
  {
    why: 'deep folders',
    bytes: () => zip([[`${'a/'.repeat(archiveLimits.depth)}b.xml`, '']]),
    says: 'folders deep',
  },
  { why: 'a link', bytes: () => zip([['a', '/etc/passwd', { mode: 0o120777 }]]), says: 'is a link' },
  {
    why: 'many entries',
    bytes: () => zip(Array.from({ length: archiveLimits.entries + 1 }, (_, at) => [`${at}`, ''] as const)),
    says: 'entries',
  },
  { why: 'a bomb', bytes: () => zip([['a.xml', Buffer.alloc(5_000_000)]]), says: 'times its size' },
  { why: 'a huge size', bytes: () => declaring(archiveLimits.entryBytes + 1), says: 'at most' },
  { why: 'a size that is not true', bytes: () => declaring(10), says: '' },
  { why: 'an archive cut off', bytes: async () => (await zip([['a', 'text']])).subarray(0, 30), says: '' },
])('a hostile archive is refused: $why', async ({ bytes, says }) => {
  expect(await readArchive(await bytes())).toEqual({
    ok: false,
    problem: expect.stringMatching(new RegExp(`^This archive is refused: .*${says}`)),
  });
});

test('many entries within the limits are refused by their sum', async () => {
  const part = Buffer.from(Array.from({ length: 19 * 1024 * 1024 }, (_, at) => (at * 2_654_435_761) % 251));
  const bytes = await zip(
    Array.from({ length: 6 }, (_, at) => [`${at}`, part, { compress: false }] as const),
  );
  expect(await readArchive(bytes)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('more than'),
  });
});
