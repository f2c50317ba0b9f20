import { ZipFile } from 'yazl';

/** The files as a zip archive. All have the same date, so that equal files make equal archives. */
export function writeArchive(files: ReadonlyMap<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files)
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name, {
      mtime: new Date(Date.UTC(2020, 0, 1)),
    });
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('error', reject);
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
