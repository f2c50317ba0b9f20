import { isWordCharacter } from '#lib/text/word-letters.ts';

/** A text between dollar signs, and the characters next to these; empty at the ends of the file. */
export interface Dollars {
  /** How many dollar signs stand on either side. */
  readonly marks: number;
  readonly content: string;
  readonly before: string;
  readonly after: string;
}

/** TeX commands whose argument is words. */
const wordsInTex = /\\(?:text\w*|math\w+|operatorname\*?|mbox|hbox|begin|end|tag\*?)\s*\{[^{}]*\}/g;
const shortWords = 'an|as|at|by|if|in|is|it|no|of|on|or|so|to|we';

/**
 * Why this is hardly meant as a formula; undefined for one that plainly is. The first two rules are Pandoc's: no space
 * inside either dollar sign, no digit after the second one. What holds a TeX command is no price and may have either.
 */
export function whyNotFormula({ marks, content, before, after }: Dollars): string | undefined {
  if (!isPadded(content, marks)) {
    if (/^\s/.test(content)) return 'although a space follows its first dollar sign';
    if (/\s$/.test(content)) return 'although a space precedes its last dollar sign';
  }
  if (/^\p{Nd}/u.test(after) && !/\\[A-Za-z]/.test(content))
    return 'although a digit follows its last dollar sign';
  const plain = content
    .replace(wordsInTex, '·')
    .replace(/\\[A-Za-z]+\*?|\\./g, '·')
    .replace(/[_^]\s*(?:\{[^{}]*\}|\S)/g, '');
  if (holdsWords(plain)) return 'although it holds words, whose spaces a formula drops';
  if (/["`“”„«»—]/.test(plain)) return 'although it holds quotation marks or dashes of prose';
  return whyNotFormulaBesideText(plain, content, before, after);
}

/** A formula that was written with a space on both inner sides. */
function isPadded(content: string, marks: number): boolean {
  if (!/^\s.*\s$/s.test(content)) return false;
  return /\\[A-Za-z]|\^/.test(content) || (marks > 1 && /[=_+]|^\s+\S\s+$/.test(content));
}

/** What stands right beside a formula is rarely the rest of a name, a price or a path. */
function whyNotFormulaBesideText(
  plain: string,
  content: string,
  before: string,
  after: string,
): string | undefined {
  const isCut = /[/:;,.\-+*=<>([{@#%]$/.test(plain) && !/[_^].$/.test(content);
  if (after === '{' || (isCut && /["'#@([\p{L}]/u.test(after)))
    return 'although it ends in the middle of an expression';
  if (/^\|[^|]*$/.test(content) && !/\\rangle|>$/.test(content))
    return 'although it begins in the middle of an expression';
  if (isWordCharacter(after) && /[\p{L}_]{2}/u.test(plain)) return 'although a word continues after it';
  if (isLatin(before) && isLatin(after) && /^[A-Za-z0-9]+$/.test(content))
    return 'although it begins and ends inside a word';
  if (isWordCharacter(before) && /^[,;:./=<>+*%)\]}-]/.test(plain))
    return 'although a word or number ends in it';
  return undefined;
}

const isLatin = (character: string): boolean => /^\p{Script=Latin}$/u.test(character);

/** A word of three letters beside another word or number, or a short one between two. */
function holdsWords(plain: string): boolean {
  return (
    /[\p{L}\p{N}]\s+\p{L}{3,}/u.test(plain) ||
    /\p{L}{3,}[,.;:!?]?\s+[\p{L}\p{N}]/u.test(plain) ||
    new RegExp(`[\\p{L}\\p{N}]\\s+(?:${shortWords})\\s+[\\p{L}\\p{N}]`, 'iu').test(plain)
  );
}
