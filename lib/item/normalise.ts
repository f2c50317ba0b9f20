import { withoutAccents } from '#lib/text/fold-accents.ts';
import { foldCase } from '#lib/text/fold-case.ts';
import { plainCharacters } from '#lib/text/plain-characters.ts';
import { isSameText } from '#lib/text/same-text.ts';
import { wordsOf } from '#lib/text/words.ts';

/** Differences that an author may declare not to count in a typed answer. */
export const ignorable = ['case', 'spaces', 'punctuation', 'accents'] as const;
export type Ignorable = (typeof ignorable)[number];

export function ignorableOf(attribute: string | undefined): Ignorable[] {
  const words = wordsOf(attribute ?? '');
  return ignorable.filter((name) => words.includes(name));
}

/**
 * A typed answer in the form in which `isSame` compares it. Invisible characters never count, nor do spaces at the ends
 * and runs of spaces.
 */
export function normalise(text: string, ignore: readonly Ignorable[]): string {
  let plain = plainCharacters(text);
  if (ignore.includes('accents')) plain = withoutAccents(plain);
  if (ignore.includes('case')) plain = foldCase(plain);
  if (ignore.includes('punctuation')) plain = plain.replace(/\p{P}/gu, '');
  return ignore.includes('spaces') ? plain.replace(/\s/g, '') : plain.trim().replace(/\s+/g, ' ');
}

/** Whether two texts count as the same answer. */
export function isSame(a: string, b: string, ignore: readonly Ignorable[]): boolean {
  return isSameText(normalise(a, ignore), normalise(b, ignore));
}

const names = {
  case: 'capitals',
  spaces: 'spaces',
  punctuation: 'punctuation',
  accents: 'accents',
} as const satisfies Record<Ignorable, string>;

/** A sentence such as "Capitals and spaces do not count."; empty if every difference counts. */
export function ignoredNotice(ignore: readonly Ignorable[]): string {
  const [first, ...more] = ignore.map((name) => names[name]);
  if (!first) return '';
  const list = [...[first, ...more].slice(0, -1)].join(', ');
  const last = more.at(-1);
  const all = last ? `${list} and ${last}` : first;
  return `${all[0]?.toUpperCase()}${all.slice(1)} ${all === 'punctuation' ? 'does' : 'do'} not count.`;
}
