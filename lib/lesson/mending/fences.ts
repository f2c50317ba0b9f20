import type { Fault } from '#lib/lesson/faults.ts';
import { languageOf } from '#lib/lesson/highlight.ts';
import type { Mender } from './mender.ts';

/** Three marks of another kind at the beginning of a line, as keyboards and word processors write them. */
const opener = /^(\s*)('''|‘‘‘|’’’|‛‛‛|´´´|“““|”””|"""|‵‵‵|ˋˋˋ|｀｀｀)([\w+#-]*)\s*$/;
const closer = /^(\s*)(?:'''|‘‘‘|’’’|‛‛‛|´´´|“““|”””|"""|‵‵‵|ˋˋˋ|｀｀｀|```)\s*$/;

const doubleCloser = /^``$/;

/** Reports fences that are written with other marks or in one line, and writes them with three backticks. */
export const mendFences: Mender = (lines, masked) => {
  const faults: Fault[] = [];
  const mended = [...lines];
  const lastOf = new Map(
    [closer, doubleCloser].map((end) => [end, lines.findLastIndex((line) => end.test(line))]),
  );
  let closes: RegExp | undefined;
  masked.forEach((shown, at) => {
    const content = lines[at] ?? '';
    if (closes) {
      if (!closes.test(content)) return;
      mended[at] = content.replace(/\S+/, '```');
      closes = undefined;
      return;
    }
    const begins = opener.exec(shown);
    const double = /^``([\w+#-]+)$/.exec(content);
    const end = begins ? closer : double && languageOf(double[1] ?? '') ? doubleCloser : undefined;
    if (end && (lastOf.get(end) ?? 0) > at) {
      faults.push({ line: at + 1, column: content.search(/\S/) + 1, rule: 'fence-marks', message });
      mended[at] = content.replace(/[^\s\w+#-]+/, '```');
      closes = end;
      return;
    }
    const line = /^\s*```+([\w+#-]+)[ \t]+\S.*?```+\s*$/.exec(content);
    if (line && languageOf(line[1] ?? '')) {
      faults.push({ line: at + 1, column: content.search(/\S/) + 1, rule: 'fence-marks', message: inLine });
    }
  });
  return { lines: mended, faults };
};

const message =
  'This looks like a fence for code, and it has other marks. Write three backticks (```) and the language on a line of their own, and three backticks where the code ends.';
const inLine =
  'This fence is within one line, so it is no block of code. Write ```, the language and no more on a line of their own, then the code, then ``` on a line of its own.';
