import { foldCase } from './fold-case.ts';
import { plainCharacters } from './plain-characters.ts';

/** Characters of scripts that write no spaces between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}]/u;

/** A space between two of them, left by a line break. */
const brokenLine = new RegExp(`(?<=${unspaced.source}) (?=${unspaced.source})`, 'gu');

/** Returns a function that finds a keyword in the text index the start of a word: "pin" is in "pinning", not in "spinning". */
export function mentionFinder(text: string): (keyword: string) => boolean {
  const searched = searchable(text);
  return (keyword) => isIn(searched, searchable(keyword));
}

/** The text without differences that do not count: case, variants of characters, runs of spaces, line breaks, dashes. */
function searchable(text: string): string {
  return foldCase(plainCharacters(text))
    .replace(/[-—]+/g, '-')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(brokenLine, '');
}

function isIn(text: string, keyword: string): boolean {
  if (!keyword) return false;
  for (let index = text.indexOf(keyword); index >= 0; index = text.indexOf(keyword, index + 1)) {
    if (!continuesWord(text.slice(0, index), keyword)) return true;
  }
  return false;
}

/** Whether the keyword continues the word that `before` ends with. A mark after a letter belongs to its word. */
function continuesWord(before: string, keyword: string): boolean {
  const last = /[\p{L}\p{N}]\p{M}*$/u.exec(before.slice(-12))?.[0];
  const first = /^[\p{L}\p{N}]/u.exec(keyword)?.[0];
  return last !== undefined && first !== undefined && !unspaced.test(last) && !unspaced.test(first);
}
