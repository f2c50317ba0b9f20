import type { Mender } from './mender.ts';

/** The marks that Git leaves where two versions of a file could not be joined. */
export const mergeMark = /^<{7}(?: |$)/;

const message =
  'Here Git could not merge two versions of this text and left both. Keep one of the two, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.';

/** Reports each merge that was not finished, and keeps the first of its versions. */
export const mendMerges: Mender = (lines, masked) => {
  if (!masked.some((content) => mergeMark.test(content))) return { lines, faults: [] };
  let part: 'none' | 'first' | 'second' = 'none';
  const faults = masked.flatMap((content, at) =>
    mergeMark.test(content) ? [{ line: at + 1, column: 1, rule: 'merge', message }] : [],
  );
  const kept = lines.map((content, at) => {
    const shown = masked[at] ?? '';
    const isMark = mergeMark.test(shown) || (part !== 'none' && /^(?:={7}|\|{7}|>{7})(?: |$)/.test(shown));
    if (isMark) part = shown.startsWith('<') ? 'first' : shown.startsWith('>') ? 'none' : 'second';
    return isMark || part === 'second' ? '' : content;
  });
  return { lines: kept, faults };
};

export const mergeFault = { rule: 'merge', message };
