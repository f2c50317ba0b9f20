/** A decoder that throws on anything but UTF-8 and leaves a byte order mark in the text. */
export const strictUtf8 = (): TextDecoder => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Where a text stops being UTF-8; line and column count from 1. */
export interface EncodingFault {
  readonly line: number;
  readonly column: number;
  /** The encoding that the bytes suggest. */
  readonly looksLike: 'UTF-16' | 'an older encoding';
}

export interface DecodedText {
  /** Without a byte order mark. Bytes that are not UTF-8 are read as Latin-1, so that lines and columns stay the same. */
  readonly text: string;
  readonly fault: EncodingFault | null;
}

/** The text of a file, and the fault in its encoding if it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const text = strictText(bytes);
  if (text !== undefined) return { text: withoutMark(text), fault: null };
  const wide = utf16Label(bytes);
  if (wide) {
    const fault = { line: 1, column: 1, looksLike: 'UTF-16' } as const;
    return { text: withoutMark(new TextDecoder(wide).decode(bytes)), fault };
  }
  const old = new TextDecoder('latin1').decode(bytes);
  return { text: withoutMark(old), fault: { ...firstFault(bytes), looksLike: 'an older encoding' } };
}

/** Undefined if the bytes are not UTF-8. */
function strictText(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8().decode(bytes);
  } catch {
    return undefined;
  }
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** By its byte order mark. */
function utf16Label([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

const lineFeed = 0x0a;

/** No character of UTF-8 spans a line end, so the first line that cannot be decoded alone holds the fault. */
function firstFault(bytes: Uint8Array): { line: number; column: number } {
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(lineFeed, from);
    const content = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (end === -1 || strictText(content) === undefined) return { line, column: firstColumn(content) };
    from = end + 1;
  }
}

/** The column of the first character of a line that cannot be decoded, found by binary search. */
function firstColumn(content: Uint8Array): number {
  let [low, high] = [0, content.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isReadable(content.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const read = strictUtf8().decode(content.subarray(0, low), { stream: true });
  return withoutMark(read).length + 1;
}

/** Whether the bytes are UTF-8, except for a last character that may be cut off. */
function isReadable(bytes: Uint8Array): boolean {
  try {
    strictUtf8().decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
