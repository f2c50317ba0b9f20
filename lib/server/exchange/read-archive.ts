import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** What an archive may hold. A larger one is refused before it is unpacked. */
export const archiveLimits = {
  entries: 2_000,
  /** Unpacked bytes of one file, and of all. */
  entryBytes: 20 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  /** Unpacked bytes for one packed byte; deflate reaches 1032. */
  ratio: 200,
  nameLength: 240,
  depth: 12,
} as const;

export type ReadArchive =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly problem: string };

/** Whether bytes begin as a zip archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** An archive that is refused as a whole. */
class HostileArchive extends Error {
  override readonly name = 'HostileArchive';
}

/**
 * Unpacks an archive into memory; nothing is written. All names and sizes are looked at before anything is unpacked,
 * and the sizes are held to while unpacking.
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadArchive> {
  try {
    const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const entries = await listEntries(zip);
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) files.set(entry.fileName, await unpack(zip, entry));
    return { ok: true, files };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, problem: `This archive is refused: ${reason}` };
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(error ?? new HostileArchive('it cannot be opened.')) : resolve(zip),
    );
  });
}

/** The entries that are files, each with a name and a size that may be unpacked. */
function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const names = new Set<string>();
    let [total, count] = [0, 0];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      count++;
      total += entry.uncompressedSize;
      const fault =
        count > archiveLimits.entries
          ? `it has more than ${archiveLimits.entries} entries.`
          : faultOf(entry, names, total);
      if (fault) {
        zip.close();
        reject(new HostileArchive(fault));
        return;
      }
      names.add(entry.fileName.toLowerCase());
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: such names are what is looked for
const unprintable = /[\u0000-\u001f\\]/;

function faultOf(entry: Entry, names: ReadonlySet<string>, total: number): string | undefined {
  const { fileName: name, uncompressedSize: size, compressedSize: packed } = entry;
  const shown = JSON.stringify(name.slice(0, 80));
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const parts = name.split('/');
  const faults: readonly (readonly [boolean, string])[] = [
    [
      name.length > archiveLimits.nameLength || unprintable.test(name),
      `the name ${shown} is too long or holds a control character.`,
    ],
    [parts.includes('..') || /^\/|^[a-z]:/i.test(name), `the name ${shown} leads out of it.`],
    [
      parts.length > archiveLimits.depth,
      `the name ${shown} is more than ${archiveLimits.depth} folders deep.`,
    ],
    [names.has(name.toLowerCase()), `it holds ${shown} twice.`],
    [isLink, `${shown} is a link.`],
    [entry.isEncrypted(), `${shown} is encrypted.`],
    [
      size > archiveLimits.entryBytes,
      `${shown} unpacks to ${size} bytes; ${archiveLimits.entryBytes} at most.`,
    ],
    [total > archiveLimits.totalBytes, `it unpacks to more than ${archiveLimits.totalBytes} bytes.`],
    [
      size > 100_000 && size > packed * archiveLimits.ratio,
      `${shown} unpacks to more than ${archiveLimits.ratio} times its size.`,
    ],
  ];
  return faults.find(([isFault]) => isFault)?.[1];
}

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) {
        reject(error ?? new HostileArchive('an entry cannot be opened.'));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
