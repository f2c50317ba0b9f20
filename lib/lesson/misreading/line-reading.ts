import type { Heading, Paragraph } from 'mdast';
import { textOf } from '#lib/item/parts.ts';
import type { Misreading } from './misreading.ts';

/** Blanks that look like one and are none to Markdown: from a Mac keyboard, a CJK keyboard or a pasted text. */
const otherBlank = '[\\u00a0\\u1680\\u2000-\\u200d\\u2060\\u202f\\u205f\\u3000\\ufeff]';
const headingWithout = new RegExp(`^(?:${otherBlank}+#{1,6}|#{1,6}${otherBlank}|#{2,6}[^\\s#])`, 'u');
const listWithout = new RegExp(
  `^(?:${otherBlank}*([-*+])?(?:(?<=[-*+])|\\d+[.)])${otherBlank}|${otherBlank}+(?:[-*+]|\\d+[.)]) )`,
  'u',
);

/** A line that was meant to begin a heading or a list, and does not. */
export function lineMisreading({ position }: Paragraph, text: string): Misreading | undefined {
  const start = position?.start.offset ?? 0;
  const lines = text.slice(start, position?.end.offset ?? start).split('\n');
  if (headingWithout.test(lines[0] ?? '')) {
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

/** Two lines that begin with the numbers 1 and 2 or with a bullet, as other programs write a list. */
function areEntries(first: string, second: string): boolean {
  const one = /^\s*1([.)、．])\s*\p{L}/u.exec(first)?.[1];
  const two = /^\s*2([.)、．])\s*\p{L}/u.exec(second)?.[1];
  if (one !== undefined) return one === two;
  const bullet = /^\s*[•●▪‣◦·]\s*(?=\S)/;
  return bullet.test(first) && bullet.test(second);
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
