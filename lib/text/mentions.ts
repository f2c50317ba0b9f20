import { foldCase } from './fold-case.ts';
import { plainCharacters } from './plain-characters.ts';

/** Signs of scripts that put no blanks between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}]/u;

/** A blank between two of them, where a line was broken. */
const brokenLine = new RegExp(`(?<=${unspaced.source}) (?=${unspaced.source})`, 'gu');

/** Which of the keywords stand in the text, at the beginning of a word: "pin" is in "pinning", not in "spinning". */
export function mentionFinder(text: string): (keyword: string) => boolean {
  const searched = searchable(text);
  return (keyword) => isIn(searched, searchable(keyword));
}

/** Capitals, signs, runs of blanks and line breaks as they do not count; any dash is one hyphen. */
function searchable(text: string): string {
  return foldCase(plainCharacters(text))
    .replace(/[-—]+/g, '-')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(brokenLine, '');
}

function isIn(text: string, keyword: string): boolean {
  if (!keyword) return false;
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
    if (!continuesWord(text.slice(0, at), keyword)) return true;
  }
  return false;
}

/** Whether the keyword's first letter continues a word. A mark behind a letter belongs to its word. */
function continuesWord(before: string, keyword: string): boolean {
  const last = /[\p{L}\p{N}]\p{M}*$/u.exec(before.slice(-12))?.[0];
  const first = /^[\p{L}\p{N}]/u.exec(keyword)?.[0];
  return last !== undefined && first !== undefined && !unspaced.test(last) && !unspaced.test(first);
}
