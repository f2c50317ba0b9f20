import type { Fault } from '#lib/lesson/faults.ts';
import type { Mender } from './mender.ts';

const isIndented = (line: string): boolean => /^(?: {4}|\t| {1,3}\t)\s*\S/.test(line);
const looksLikeCode =
  /[{}]\s*$|(?:\w\([^()]*\)|=[^;]*|["']);\s*$|^\s*[\w.]+\([^)]*\)\s*$|^\s*[\w.[\]]+ ?[-+*/]?= ?\S|^\s*(?:\$ |>>> |#!|import [\w.]+$|from [\w.]+ import |def \w+\(|class \w+[(:]|SELECT .* FROM )/;
const command =
  /^\s*(?:pip3? install|git (?:add|clone|commit|init|pull|push|status)|np[mx] \w|python3? \S+\.py|docker (?:build|run)|sudo \w|apt(?:-get)? install|conda install|cd [\w./~-]+$|curl -?\S)/;

const message =
  'These lines are indented as code, and here they would be shown as text. Put them into a fence: three backticks and the language on a line above, three backticks on a line below.';

/** Reports blocks of code that are only indented, outside lists, and leaves them out. */
export const mendIndentedCode: Mender = (lines, masked) => {
  const faults: Fault[] = [];
  const mended = [...lines];
  let isList = false;
  for (let at = 0; at < masked.length; at++) {
    const shown = masked[at] ?? '';
    if (/^\S/.test(shown)) isList = /^(?:[-*+]|\d+[.)])\s/.test(shown);
    if (
      isList ||
      !isIndented(shown) ||
      (masked[at - 1] ?? '').trim() !== '' ||
      (lines[at - 1] ?? '').trim() !== ''
    )
      continue;
    let end = at;
    while (isIndented(masked[end] ?? '')) end++;
    const block = lines.slice(at, end);
    if (
      block.some((line) => looksLikeCode.test(line) || command.test(line)) &&
      !block.some((line) => /^\s*(?:[-*+]|\d+[.)]|<\/?[A-Z]|\|)/.test(line))
    ) {
      faults.push({ line: at + 1, column: shown.search(/\S/) + 1, rule: 'code-indent', message });
      mended.fill('', at, end);
    }
    at = end - 1;
  }
  return { lines: mended, faults };
};
