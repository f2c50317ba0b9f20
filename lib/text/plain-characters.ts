import { asciiDigits } from './digits.ts';
import { visibleText } from './visible.ts';

/** Stands for a dash that may have been typed as one hyphen or as two; see `isSameText`. */
export const longDash = '—';

const singleQuotes = /[‘’‚‛′‵´ʹʻʼ׳❛❜❟‹›]/g;
const doubleQuotes = /[“”„‟″‶ʺ״❝❞❠〝〞〟]/g;
const hyphens = /[‐‑‒−⁃־֊]/g;
const longDashes = /[–—―⸺⸻]/g;

/** Punctuation that other keyboards type in place of the ASCII character. */
const otherPunctuation: Readonly<Record<string, string>> = {
  '。': '.',
  '۔': '.',
  '、': ',',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '〜': '~',
};

/** The hyphen key of a Japanese keyboard types the long vowel mark, which otherwise follows kana. */
const vowelHyphens = /(?<![\p{scx=Katakana}\p{scx=Hiragana}\p{scx=Han}])ー+/gu;

/** Full-width and half-width characters, small forms of punctuation, ligatures from copied print. */
const forms = /[\u3000\ufb00-\ufb06\ufe50-\ufe6b\uff00-\uffef]+/g;

/** ASCII without its invisible characters, as most answers are: nothing in it is replaced. */
const isPlain = /^[\t-\r\x20-\x7e]*$/;

/**
 * A text with the characters that programs use, for comparing what two people typed: without invisible characters; quotes
 * of all kinds, primes, ellipses, spaces, full-width forms, ligatures and digits of other scripts in ASCII. Capitals,
 * accents, runs of spaces and line breaks stay. Long dashes become `longDash`.
 */
export function plainCharacters(text: string): string {
  if (isPlain.test(text)) return text;
  const narrow = text.replace(forms, (run) => run.normalize('NFKC'));
  return asciiDigits(withoutGuillemets(visibleText(narrow)))
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(/‴/g, "'''")
    .replace(hyphens, '-')
    .replace(vowelHyphens, (run) => '-'.repeat(run.length))
    .replace(/ی/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(longDashes, longDash)
    .replace(/…/g, '...')
    .replace(/‥/g, '..')
    .replace(/[。۔、،؛؟٪〜]/g, (character) => otherPunctuation[character] ?? character)
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Zs}/gu, ' ');
}

/** French keyboards put a space inside « and »; in texts quoted »like this« the spaces are between words. */
function withoutGuillemets(text: string): string {
  const isFrench = /^[^«»]*«/.test(text);
  return text.replace(isFrench ? /«[^\S\n]?|[^\S\n]?»/g : /[«»]/g, '"');
}
