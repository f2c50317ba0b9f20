import { characterAt, characterBefore, isUnspacedLetter, isWordCharacter } from '#lib/text/word-letters.ts';

/** Emphasis as Markdown reads it, and the characters next to its marks; empty at the ends of the file. */
export interface Emphasis {
  readonly mark: string;
  readonly content: string;
  readonly before: string;
  readonly after: string;
}

/** Why these marks are probably not meant as emphasis; undefined if they plainly are. */
export function whyNotEmphasis({ mark, content, before, after }: Emphasis): string | undefined {
  if (mark.startsWith('_'))
    return isName(mark, content) ? 'although it looks like a name in code' : undefined;
  if (isWordCharacter(before) && isWordCharacter(after))
    return 'although it begins and ends inside a word or number';
  if (/^\p{N}$/u.test(after)) return 'although a number continues after it';
  const spans = /\s/.test(content);
  if (spans && (isWordCharacter(before) || isWordCharacter(after)))
    return 'although it spans several words and begins or ends inside one';
  if (/^\p{N}$/u.test(before) && !/^[\p{L}\p{M}]+$/u.test(content))
    return 'although it begins inside a number';
  return whyNotEmphasisBesideBrackets(content, before, after);
}

/** Brackets beside the marks: `COUNT(*) and SUM(*)`, `(a+b)*c*(d)`, and paths with wildcards. */
function whyNotEmphasisBesideBrackets(content: string, before: string, after: string): string | undefined {
  const splits =
    (/^[([{]$/.test(before) && /^[)\]}]/.test(content)) || (/[([{]$/.test(content) && /^[)\]}]$/.test(after));
  if (splits) return 'although it begins or ends between two brackets';
  const left = /^[)\]}]$/.test(before);
  const right = /^[([{]$/.test(after);
  if ((left && (right || isWordCharacter(after))) || (right && isWordCharacter(before)))
    return 'although it stands between two parts of a calculation';
  const isPath =
    (/^[/\\]/.test(content) && /[/\\]$/.test(content)) ||
    (/^[/\\]$/.test(before) && (/^[/\\.]/.test(content) || /[/\\]$/.test(content))) ||
    (/^[/\\]$/.test(after) && /^[/\\.]|[/\\]$/.test(content));
  return isPath ? 'although it looks like paths with wildcards' : undefined;
}

/** Whether it is a name of a program, such as `__init__` or `_GNU_SOURCE_`. */
function isName(mark: string, content: string): boolean {
  return mark === '__' ? /^[A-Za-z][\w.]*$/.test(content) : /^[A-Za-z]+_\w*[A-Za-z0-9]$/.test(content);
}

/** A pair of marks that was not read as emphasis, and the offset of the first. */
export interface LooseMarks {
  readonly offset: number;
  readonly mark: string;
}

/**
 * Pairs of marks that Markdown left in a text although they were plainly meant as emphasis: beside a bracket or a
 * full stop it reads no mark with a letter on its other side, and in Chinese, Japanese or Korean there always is one.
 */
export function looseMarks(text: string): LooseMarks[] {
  const marks = [...text.matchAll(/\*+|_+|~~+/g)].filter(
    ([mark]) => mark.length <= (mark[0] === '*' ? 3 : 2),
  );
  const found: LooseMarks[] = [];
  let from = 0;
  for (const open of marks) {
    if (open.index < from) continue;
    const close = marks.find(({ 0: mark, index }) => index > open.index && mark === open[0]);
    if (!close || !isPair(text, open.index, close.index, open[0])) continue;
    found.push({ offset: open.index, mark: open[0] });
    from = close.index + close[0].length;
  }
  return found;
}

function isPair(text: string, open: number, close: number, mark: string): boolean {
  const content = text.slice(open + mark.length, close);
  const before = characterBefore(text, open);
  const after = characterAt(text, close + mark.length);
  if (!/[\p{L}\p{N}]/u.test(content) || /^\s|[,([{]$|\n\s*\n/.test(content)) return false;
  if (mark.length === 1) return !/\s$/.test(content) && (isUnspacedLetter(before) || isUnspacedLetter(after));
  const ends = /^$|^[\s.,;:!?)\]}"'”’」』】》、。，；：！？]$/u.test(after) || isUnspacedLetter(after);
  if (/\s$/.test(content)) return ends && /^$|^\s$/.test(before);
  return ends || /^$|^[\s([{"'“‘「『【《、。，；：！？]$/u.test(before) || isUnspacedLetter(before);
}
