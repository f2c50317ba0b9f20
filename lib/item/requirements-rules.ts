/** Options that a line of the file may be; pip refuses any other. */
const options =
  /^(?:-[icref]|--(?:index-url|extra-index-url|no-index|constraint|requirement|editable|find-links|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature))(?:[\s=]|$)/;

/** The requirements of a file, with continued lines joined, without comments; none if pip refuses one of its lines. */
function requirementsOf(text: string): string[] {
  const lines = text
    .replace(/\\[ \t]*(?:\r\n|\r|\n)/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  if (lines.some((line) => line.startsWith('-') && !options.test(line))) return [];
  return lines.filter((line) => !line.startsWith('-'));
}

/** The specifier of a requirement: `==1.4.2` in `churnkit[extra]==1.4.2 ; python_version < "3.13" --hash=…`. */
function specifier(requirement: string): string {
  const [name = ''] = requirement.split(/\s--|;/);
  return name.replace(/^[A-Za-z0-9._-]+\s*(?:\[[^\]]*\])?\s*/, '').replace(/\s+/g, '');
}

const all = (text: string, keeps: (requirement: string) => boolean): boolean => {
  const requirements = requirementsOf(text);
  return requirements.length > 0 && requirements.every(keeps);
};

const hash = /\s--hash=sha256:(?:[0-9a-f]{64}|[0-9a-f]+(?:…|\.\.\.))(?=\s|$)/gi;
const hashesOf = (requirement: string): string[] => requirement.match(hash) ?? [];

export const requirementsRules = {
  /** Each requirement names one version: `==1.4.2`, without a star. */
  'versions-exact': (text: string) => all(text, (one) => /^===?[0-9][A-Za-z0-9.+!-]*$/.test(specifier(one))),
  /** Each requirement has a hash, and no two have the same. */
  'hashes-given': (text: string) => {
    const hashes = requirementsOf(text).flatMap(hashesOf);
    return all(text, (one) => hashesOf(one).length > 0) && new Set(hashes).size === hashes.length;
  },
  /** Each requirement has a lower and an upper bound. */
  'versions-bounded': (text: string) =>
    all(
      text,
      (one) => /^(?:===?|~=)[0-9]/.test(specifier(one)) || /^(?=.*>=?)(?=.*<=?)/.test(specifier(one)),
    ),
} as const;
