import { longDash } from './plain-characters.ts';

/**
 * Whether two texts from `plainCharacters` are the same, a long dash being one hyphen or two: word processors and phones
 * insert it for either. This cannot be a mapping to one form, since `--` and `-` differ while `—` is the same as both.
 */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (!a.includes(longDash) && !b.includes(longDash)) return false;
  const left = a.split(dashes);
  const right = b.split(dashes);
  return (
    left.length === right.length &&
    left.every((piece, index) => isSamePiece(piece, right[index] ?? '', index))
  );
}

/** The minimum and maximum number of characters that a text from `plainCharacters` may stand for. */
export function lengthRange(text: string): { readonly least: number; readonly most: number } {
  const least = [...text].length;
  return { least, most: least + longDashesIn(text) };
}

/** Splits a text into pieces: the text between dashes at even indexes, the runs of dashes at odd ones. */
const dashes = /([-—]+)/;

function isSamePiece(a: string, b: string, index: number): boolean {
  if (index % 2 === 0) return a === b;
  return a.length <= b.length + longDashesIn(b) && b.length <= a.length + longDashesIn(a);
}

const longDashesIn = (text: string): number => text.split(longDash).length - 1;
