import type { Fault } from '#lib/lesson/faults.ts';
import type { Mender } from './mender.ts';

const mostLines = 40;
const environment = /^\s*\\begin\{(equation|align|gather|multline|eqnarray|displaymath|math)(\*?)\}/;

const message =
  'A formula block stands between two lines of `$$` here, and brackets or environments of LaTeX are shown as text. Write `$$` on the line before and on the line after it.';

/** Reports formula blocks between `\[` and `\]` or in an environment of LaTeX, and writes them between dollar signs. */
export const mendFormulas: Mender = (lines, masked) => {
  const faults: Fault[] = [];
  let isFormula = false;
  let end: RegExp | undefined;
  const mended = lines.map((content, at) => {
    const shown = masked[at] ?? '';
    if (end) {
      if (!end.test(shown)) return content;
      end = undefined;
      return '$$';
    }
    if (/^\s*\$\$/.test(shown) && !/^\s*\$\$.*\$\$\s*$/.test(shown)) isFormula = !isFormula;
    if (isFormula) return content;
    const closing = closingOf(shown);
    // A formula has a few lines, so no more are looked at for its end.
    if (!closing || !masked.slice(at + 1, at + mostLines).some((line) => closing.test(line))) return content;
    faults.push({ line: at + 1, column: shown.search(/\S/) + 1, rule: 'formula-form', message });
    end = closing;
    return '$$';
  });
  return { lines: mended, faults };
};

/** The line that ends a formula block which this line begins. */
function closingOf(line: string): RegExp | undefined {
  if (/^\s*\\\[\s*$/.test(line)) return /^\s*\\\]\s*$/;
  const [, name, star = ''] = environment.exec(line) ?? [];
  return name === undefined ? undefined : new RegExp(`\\\\end\\{${name}${star.replace('*', '\\*')}\\}`);
}
