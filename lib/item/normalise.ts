/** What an author may declare not to count in a typed answer. */
export const ignorable = ['case', 'spaces', 'punctuation', 'accents'] as const;
export type Ignorable = (typeof ignorable)[number];

export function ignoredIn(attribute: string | undefined): Ignorable[] {
  const words = wordsOf(attribute ?? '');
  return ignorable.filter((name) => words.includes(name));
}

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * Signs as a program writes them: curly quotes, long dashes, invisible characters (marks of direction among them) and
 * two ways to write one accented letter are what a keyboard adds unseen.
 */
export const plainSigns = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-');

/** A typed answer as it is compared. What a keyboard adds unseen never counts, nor do blanks at the ends and runs of blanks. */
export function normalise(text: string, ignore: readonly Ignorable[]): string {
  let plain = plainSigns(text);
  if (ignore.includes('accents')) plain = plain.normalize('NFD').replace(/\p{M}/gu, '');
  if (ignore.includes('case')) plain = plain.toLowerCase();
  if (ignore.includes('punctuation')) plain = plain.replace(/\p{P}/gu, '');
  return ignore.includes('spaces') ? plain.replace(/\s/g, '') : plain.trim().replace(/\s+/g, ' ');
}

const names = {
  case: 'capitals',
  spaces: 'spaces',
  punctuation: 'punctuation',
  accents: 'accents',
} as const satisfies Record<Ignorable, string>;

/** "Capitals and spaces do not count."; empty when all counts. */
export function ignoredWords(ignore: readonly Ignorable[]): string {
  const [first, ...more] = ignore.map((name) => names[name]);
  if (!first) return '';
  const list = [...[first, ...more].slice(0, -1)].join(', ');
  const last = more.at(-1);
  const all = last ? `${list} and ${last}` : first;
  return `${all[0]?.toUpperCase()}${all.slice(1)} ${all === 'punctuation' ? 'does' : 'do'} not count.`;
}
