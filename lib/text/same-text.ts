import { longDash } from './plain-characters.ts';

/**
 * Whether two texts from `plainSigns` are the same, where a long dash is one hyphen or two: word processors and phones
 * put it in for either. This is no mapping to one form, since `--` and `-` differ while `—` is the same as both.
 */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (!a.includes(longDash) && !b.includes(longDash)) return false;
  const left = a.split(dashes);
  const right = b.split(dashes);
  return left.length === right.length && left.every((piece, at) => isSamePiece(piece, right[at] ?? '', at));
}

/** The least and the most characters that a text from `plainSigns` may have been meant to have. */
export function charactersIn(text: string): { readonly least: number; readonly most: number } {
  const least = [...text].length;
  return { least, most: least + longDashesIn(text) };
}

/** The whole text in pieces: what is between dashes at even places, runs of dashes at odd ones. */
const dashes = /([-—]+)/;

function isSamePiece(a: string, b: string, at: number): boolean {
  if (at % 2 === 0) return a === b;
  return a.length <= b.length + longDashesIn(b) && b.length <= a.length + longDashesIn(a);
}

const longDashesIn = (text: string): number => text.split(longDash).length - 1;
