/** Prefix that keeps the ids of headings apart from names that scripts look up. */
const prefix = 's-';
const nameless = 'section';

/**
 * The id of a heading, from its text, for links into a page. Letters, marks and digits of every script stay; a text in Latin
 * letters keeps the form of older versions, so that old links still work. Without any letter it is `s-section`.
 */
export function headingId(text: string): string {
  return prefix + (slug(text) || nameless);
}

function slug(text: string): string {
  const isForeign = /[^\P{L}\p{Script=Latin}]|[^\P{N}\p{Script=Latin}0-9⁰¹²³⁴-⁹₀-₉]/u.test(
    text.normalize('NFKD'),
  );
  const parted = isForeign
    ? text
        .normalize('NFKC')
        .toLowerCase()
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    : text
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^a-z0-9]+/g, '-');
  return parted.replace(/^-|-$/g, '');
}

/** The id for the fragment of a link; fragments copied from an address bar are percent-encoded. */
export function linkedId(fragment: string): string {
  return headingId(decoded(fragment));
}

/** The fragment without percent-encoding; unchanged if the encoding is invalid. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * Ids for the headings of one page in their order. Of equal ones the first has no number, the next end in -2, -3 and
 * so on, except those that belong to the text of another heading or are taken.
 */
export function headingIds(texts: readonly string[], taken: ReadonlySet<string>): string[] {
  const preferred = texts.map(headingId);
  const unnumbered = new Set(preferred);
  const used = new Set(taken);
  return preferred.map((words) => {
    let id = words;
    for (let number = 2; used.has(id) || (id !== words && unnumbered.has(id)); number++)
      id = `${words}-${number}`;
    used.add(id);
    return id;
  });
}
