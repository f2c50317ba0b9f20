import { asciiDigits } from './digits.ts';
import { visibleText } from './visible.ts';

/** Stands for a dash that may have been typed as one hyphen or as two; see `isSameText`. */
export const longDash = '—';

const singleQuotes = /[‘’‚‛′‵´ʹʻʼ׳❛❜❟‹›]/g;
const doubleQuotes = /[“”„‟″‶ʺ״❝❞❠〝〞〟]/g;
const hyphens = /[‐‑‒−⁃־֊]/g;
const longDashes = /[–—―⸺⸻]/g;

/** Punctuation that a key of other keyboards gives in place of the ASCII sign. */
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

/** The key of the hyphen on a Japanese keyboard gives the sign of a long vowel, which has kana before it. */
const vowelHyphens = /(?<![\p{scx=Katakana}\p{scx=Hiragana}\p{scx=Han}])ー+/gu;

/** Full-width and half-width letters, signs and syllables, small forms of punctuation, ligatures of copied print. */
const forms = /[\u3000\ufb00-\ufb06\ufe50-\ufe6b\uff00-\uffef]+/g;

/**
 * A text with signs as a program writes them, for comparing what two people typed: without what cannot be seen; quotes
 * of all kinds, primes, ellipses, blanks, full-width forms, ligatures and digits of other scripts as their ASCII signs. Capitals,
 * accents, runs of blanks and line breaks stay. Long dashes become `longDash`.
 */
export function plainSigns(text: string): string {
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
    .replace(/[。۔、،؛؟٪〜]/g, (sign) => otherPunctuation[sign] ?? sign)
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Zs}/gu, ' ');
}

/** French keyboards put a blank inside « and »; where texts are quoted as »so«, blanks are between words. */
function withoutGuillemets(text: string): string {
  const isFrench = /^[^«»]*«/.test(text);
  return text.replace(isFrench ? /«[^\S\n]?|[^\S\n]?»/g : /[«»]/g, '"');
}
