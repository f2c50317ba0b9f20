/** Prefix that keeps the ids of headings clear of names that scripts look up. */
const prefix = 's-';
const nameless = 'section';

/**
 * Id of a heading by its words, for links into a page. Letters, marks and digits of every script stay; a text in Latin
 * letters is taken apart as it always was, so that old links still lead to it. Without any letter it is `s-section`.
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

/** The id that a link's part after `#` means; links copied from an address bar are percent-encoded. */
export function linkedId(fragment: string): string {
  return headingId(decoded(fragment));
}

/** Undoes percent-encoding; what is none stays as it is. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * Ids for the headings of one page in their order. Of equal ones the first keeps its words, the next end in -2, -3 and
 * so on, passing over numbers that another heading has by its own words, and whatever is taken.
 */
export function headingIds(texts: readonly string[], taken: ReadonlySet<string>): string[] {
  const wanted = texts.map(headingId);
  const own = new Set(wanted);
  const used = new Set(taken);
  return wanted.map((words) => {
    let id = words;
    for (let number = 2; used.has(id) || (id !== words && own.has(id)); number++) id = `${words}-${number}`;
    used.add(id);
    return id;
  });
}
