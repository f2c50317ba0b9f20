/** What an author may declare not to count in a typed answer. */
export const ignorable = ['case', 'spaces', 'punctuation', 'accents'] as const;
export type Ignorable = (typeof ignorable)[number];

export function ignoredIn(attribute: string | undefined): Ignorable[] {
  const words = wordsOf(attribute ?? '');
  return ignorable.filter((name) => words.includes(name));
}

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * A typed answer as it is compared. What a keyboard adds unseen never counts: blanks at the ends, runs of blanks,
 * curly quotes, long dashes, invisible characters, and two ways to write one accented letter.
 */
export function normalise(text: string, ignore: readonly Ignorable[]): string {
  let plain = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-');
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
