import { decodeUtf8, type EncodingFault } from '#lib/text/utf8.ts';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
] as const;
export type Encoding = (typeof encodings)[number];

export type DecodedImport =
  | { readonly ok: true; readonly text: string }
  /** The file is not UTF-8, and nobody has said what it is. `preview` shows its first lines with other letters. */
  | {
      readonly ok: false;
      readonly fault: EncodingFault;
      readonly guess: Encoding;
      readonly preview: readonly PreviewLine[];
    };

export interface PreviewLine {
  readonly line: number;
  readonly text: string;
}

const previewed = 8;

/**
 * The text of a file. XML names its encoding itself. Other bytes that are not UTF-8 are not guessed at: the preview
 * shows how they read in the likeliest encoding, and the caller names it.
 */
export function decodeText(bytes: Uint8Array, named: Encoding | null): DecodedImport {
  const encoding = named ?? declaredEncoding(bytes);
  if (encoding) return { ok: true, text: withoutMark(new TextDecoder(encoding).decode(bytes)) };
  const { text, fault } = decodeUtf8(bytes);
  if (!fault) return { ok: true, text };
  if (fault.looksLike === 'UTF-16') return { ok: true, text };
  const guess = 'windows-1252';
  const lines = new TextDecoder(guess).decode(bytes).split(/\r\n?|\n/);
  const preview = lines.flatMap((content, at) =>
    /[\u0080-\uffff]/.test(content) ? [{ line: at + 1, text: content.slice(0, 200) }] : [],
  );
  return { ok: false, fault, guess, preview: preview.slice(0, previewed) };
}

/** What an XML declaration says, if it is an encoding of the list. */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const name = /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase();
  const known = encodings.find((encoding) => encoding === name);
  return known === 'utf-8' ? undefined : known;
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');
