import { characterAt, characterBefore, isUnspacedLetter, isWordCharacter } from '#lib/text/word-letters.ts';

/** Marks of emphasis as they were read, and the next few characters before and after them. */
export interface Emphasis {
  readonly mark: string;
  readonly content: string;
  readonly before: string;
  readonly after: string;
}

/** Why these marks are hardly meant as emphasis; undefined when they plainly are. */
export function whyNotEmphasis(emphasis: Emphasis): string | undefined {
  const { mark, content } = emphasis;
  if (mark.startsWith('_'))
    return isName(mark, content) ? 'although it looks like a name in code' : undefined;
  const before = characterBefore(emphasis.before, emphasis.before.length);
  const after = characterAt(emphasis.after, 0);
  if (isWordCharacter(before) && isWordCharacter(after))
    return isPartOfWord(emphasis) ? undefined : 'although it begins and ends inside a word or number';
  if (/^\p{Nd}$/u.test(after)) return 'although a number continues after it';
  const spans = /\s/.test(content);
  if (spans && (isWordCharacter(before) || isWordCharacter(after)))
    return 'although it spans several words and begins or ends inside one';
  if (/^\p{Nd}$/u.test(before) && !/^[\p{L}\p{M}]+$/u.test(content))
    return 'although it begins inside a number';
  return (
    (mark === '*' ? whyNotEmphasisInWildcard(content, before, after) : undefined) ??
    whyNotEmphasisBesideBrackets(content, before, after)
  );
}

/** Letters in bold or struck out within a longer word, as in `acc**o**mmodate`; single stars are rather a product. */
function isPartOfWord({ mark, content, before, after }: Emphasis): boolean {
  const [left = ''] = /[\p{L}\p{M}]+$/u.exec(before) ?? [];
  const [right = ''] = /^[\p{L}\p{M}]+/u.exec(after) ?? [];
  return mark.length === 2 && /^[\p{L}\p{M}]+$/u.test(content) && Math.max(left.length, right.length) > 1;
}

/** `a.*, b.*`, `(.*)(.*)`, `*.*` and `*.py,*.ts`. */
function whyNotEmphasisInWildcard(content: string, before: string, after: string): string | undefined {
  const isWildcard =
    (before === '.' && /^[^\p{Lu}].*\.$|^\.$/u.test(content)) ||
    (after === '.' && /^\.(?:\w+[,;|])?$/.test(content)) ||
    content === '.';
  return isWildcard ? 'although it looks like names or patterns with wildcards' : undefined;
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

/** `__init__`, `_GNU_SOURCE_`: one word, as programs name things; one like `__Note__` is rather bold. */
function isName(mark: string, content: string): boolean {
  if (/^[A-Z][a-z]+$/.test(content)) return false;
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
  // Words in bold with a space at both ends; a product or a power has no word in it.
  if (mark === '**' && /^\s(?=.*\p{L}{3}).{1,80}\s$/u.test(content) && /^$|^\s$/.test(before)) return true;
  if (!/[\p{L}\p{N}]/u.test(content) || /^\s|[,([{]$|\n\s*\n/.test(content)) return false;
  if (mark.length === 1) return !/\s$/.test(content) && (isUnspacedLetter(before) || isUnspacedLetter(after));
  const ends = /^$|^[\s.,;:!?)\]}"'”’」』】》、。，；：！？]$/u.test(after) || isUnspacedLetter(after);
  if (/\s$/.test(content)) return ends && /^$|^\s$/.test(before);
  return ends || /^$|^[\s([{"'“‘「『【《、。，；：！？]$/u.test(before) || isUnspacedLetter(before);
}
