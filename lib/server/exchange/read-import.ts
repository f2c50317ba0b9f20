import { type DecodedImport, decodeText, type Encoding } from '#lib/exchange/decode-text.ts';
import type { ExchangeFormat, ImportedFile } from '#lib/exchange/format.ts';
import type { Reading } from '#lib/exchange/question.ts';
import { isArchive, readArchive } from './read-archive.ts';

export type ReadImport =
  | { readonly ok: true; readonly reading: Reading }
  /** `problem` says why nothing of the file can be read; it is given the file's name. */
  | { readonly ok: false; readonly problem: (file: string) => string };

/** Reads the bytes of a file in a format. An archive is unpacked in memory, under limits. */
export async function readImport(
  format: ExchangeFormat,
  bytes: Uint8Array,
  encoding: Encoding | null,
): Promise<ReadImport> {
  if (isArchive(bytes)) {
    const archive = await readArchive(bytes);
    if (!archive.ok) return { ok: false, problem: (file) => `${file}: ${archive.problem}` };
    return reading(format, { kind: 'package', files: archive.files });
  }
  const decoded = decodeText(bytes, encoding);
  if (!decoded.ok) return { ok: false, problem: (file) => encodingProblem(file, decoded) };
  return reading(format, { kind: 'text', text: decoded.text });
}

const reading = (format: ExchangeFormat, file: ImportedFile): ReadImport => ({
  ok: true,
  reading: format.read(file),
});

function encodingProblem(
  file: string,
  { fault, guess, preview }: Extract<DecodedImport, { ok: false }>,
): string {
  return [
    `${file}:${fault.line}:${fault.column} is not UTF-8. As ${guess} its lines with other letters read:`,
    ...preview.map(({ line, text }) => `  ${line}: ${text}`),
    `If they are right, import again with --encoding ${guess}.`,
  ].join('\n');
}
