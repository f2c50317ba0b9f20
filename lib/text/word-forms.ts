const shortestStem = 3;

/**
 * What an English word and its other forms begin with: "seeding" gives itself and "seed", which also begins "seeds" and
 * "seeded". Endings are only taken off words of letters a to z, in lower case; of any other word there is one form.
 */
export function wordForms(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [word];
  const stems = stemsOf(word).filter((stem) => stem.length >= shortestStem);
  return [...new Set([word, ...stems])];
}

function stemsOf(word: string): string[] {
  const ends = (ending: RegExp): string | null => (ending.test(word) ? word.replace(ending, '') : null);
  const changed = ends(/(?:ies|ied)$/) ?? ends(/(?<=[^aeiou])y$/);
  if (changed !== null) return [`${changed}y`, `${changed}i`];
  const acted = ends(/(?:ing|ed)$/);
  if (acted !== null) return /[aeiouy]/.test(acted) ? [single(acted)] : [];
  const many = ends(/(?<=s|x|z|ch|sh)es$/) ?? ends(/(?<=[^su])s$/);
  const one = many ?? word;
  // A silent e goes before an ending: "reproduce", "reproducing".
  const short = /[^e]e$/.test(one) && one.length > shortestStem + 1 ? [one.slice(0, -1)] : [];
  return [one, ...short];
}

/** Without the consonant that an ending has doubled: "running". */
const single = (stem: string): string => stem.replace(/([bdgmnprt])\1$/, '$1');
