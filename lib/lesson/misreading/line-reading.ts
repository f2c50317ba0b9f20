import type { Heading, Paragraph } from 'mdast';
import { textOf } from '#lib/item/parts.ts';
import type { Misreading } from './misreading.ts';

/** Blanks that look like one and are none to Markdown: from a Mac keyboard, a CJK keyboard or a pasted text. */
const otherBlank =
  '[\\u00a0\\u1680\\u2000-\\u200f\\u202a-\\u202f\\u205f\\u2060\\u2066-\\u2069\\u3000\\ufeff]';
const headingWithout = new RegExp(`^(?:${otherBlank}+#{1,6}|#{1,6}${otherBlank}|#{2,6}[^\\s#]|＃{1,6})`, 'u');
const listWithout = new RegExp(
  `^(?:${otherBlank}*([-*+])?(?:(?<=[-*+])|\\d+[.)])${otherBlank}|${otherBlank}+(?:[-*+]|\\d+[.)]) )`,
  'u',
);

/** A line that was meant to begin a heading or a list, and does not. */
export function lineMisreading({ position }: Paragraph, text: string): Misreading | undefined {
  const start = position?.start.offset ?? 0;
  const lines = text.slice(start, position?.end.offset ?? start).split('\n');
  const [first = ''] = lines;
  // One `#` may begin a tag of social media, but hardly several words with a capital.
  const isTitle = lines.length === 1 && /^#\p{Lu}[^#.]*\s[^#]*[^#.]$/u.test(first);
  if (isTitle || headingWithout.test(first)) {
    const message =
      'A heading has an ordinary space after its characters and none before them, and this line has not. Write `## Title`, or `\\#` for a character that is text.';
    return { offset: start, rule: 'heading-blank', message };
  }
  const at = lines.findIndex((line, index) => {
    const next = (lines[index + 1] ?? '').trimStart();
    const found = listWithout.exec(line.trimStart());
    return (found && ((index === 0 && found[1]) || listWithout.test(next))) || areEntries(line, next);
  });
  if (at === -1) return undefined;
  const before = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  const message =
    'This line is no entry of a list, and runs on into the next one. Begin it with `- ` or `1. `, with an ordinary space after the mark.';
  return { offset: start + before, rule: 'list-blank', message };
}

/** The first and second entry of a list as other programs write it. */
const counted = [
  [/^\s*1([.)、．])\s*\p{L}/u, /^\s*2([.)、．])\s*\p{L}/u],
  [/^\s*１([.)、．）])/u, /^\s*２([.)、．）])/u],
  [/^\s*[aA]([.)])\s+\p{L}/u, /^\s*[bB]([.)])\s+\p{L}/u],
] as const;
const bullet = /^\s*(?:[•●▪‣◦·・■□◆►▶➢➤✓✔✅\uf000-\uf0ff]\s*(?=\S)|[–—―－−]\s+(?=\S))/u;

/** Whether a line begins with a bullet that is none of Markdown's. */
export const beginsWithBullet = (line: string): boolean => bullet.test(line);

/** Two lines that begin with the numbers 1 and 2, with letters or with a bullet, as other programs write a list. */
function areEntries(first: string, second: string): boolean {
  const isCounted = counted.some(([one, two]) => {
    const mark = one.exec(first)?.[1];
    return mark !== undefined && mark === two.exec(second)?.[1];
  });
  return isCounted || (beginsWithBullet(first) && beginsWithBullet(second));
}

/** A heading without a word, or one that loses a `#` at its end. */
export function headingMisreading(heading: Heading, text: string): Misreading | undefined {
  const offset = heading.position?.start.offset ?? 0;
  const written = text.slice(offset, heading.position?.end.offset ?? offset);
  if (textOf(heading).trim() === '') {
    const message = 'This heading is empty. Write its title behind the characters, or remove them.';
    return { offset, rule: 'heading-empty', message };
  }
  const closing = /^#+[ \t].*[ \t](#+)[ \t]*$/.exec(written)?.[1];
  if (closing === undefined || closing.length === heading.depth) return undefined;
  const message = `The \`${closing}\` at the end of this heading is not shown. Write \`\\${closing}\` if it is text, or remove it.`;
  return { offset, rule: 'heading-end', message };
}
