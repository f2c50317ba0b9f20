/** A line of a program that stands for lines of an earlier one. */
const isLeftOut = (line: string): boolean => line.trim() === '…';

export const hasLeftOut = (program: string): boolean => program.split('\n').some(isLeftOut);

/** What is wrong with a line `…`. */
export interface LeftOutFault {
  /** From 1, in the program as it is written. */
  readonly line: number;
  /** A line beside it that the earlier program has not, or has more than once; or it stands for nothing. */
  readonly rule: 'left-out-line' | 'left-out-twice' | 'left-out-nothing';
  /** The line beside it. */
  readonly beside: string;
}

export type Completed =
  | { readonly ok: true; readonly program: string }
  | { readonly ok: false; readonly fault: LeftOutFault };

/**
 * The program with each line `…` replaced by the lines of an earlier program that it stands for: those after the line
 * above it, up to the line below it. At the beginning it stands for all lines up to the one below, at the end for the
 * rest. What shares no line with the earlier program goes before its beginning or after its end. Empty lines beside a
 * `…` are those of the earlier program.
 */
export function completed(written: string, earlier: string): Completed {
  const original = earlier.split('\n');
  const lines = original.map((line) => line.trimEnd());
  const parts = partsOf(written);
  const program: string[] = [];
  let next = 0;
  for (const [at, part] of parts.entries()) {
    const edge = { isFirst: at === 0, isLast: at === parts.length - 1 };
    const begin = edge.isFirst ? { line: 0, text: part.text } : beginOf(part, lines, next, edge.isLast);
    if ('rule' in begin) return { ok: false, fault: { ...begin, line: part.line - 1 } };
    if (!edge.isFirst && begin.line === next)
      return { ok: false, fault: { rule: 'left-out-nothing', line: part.line - 1, beside: '' } };
    program.push(...original.slice(next, begin.line));
    const end = edge.isLast ? begin : endOf(begin, lines, edge.isFirst);
    if ('rule' in end) return { ok: false, fault: { ...end, line: part.line + part.text.length } };
    program.push(...end.text);
    next = end.line;
  }
  return { ok: true, program: program.join('\n') };
}

/** Lines between two lines `…`; `line` is the place of the first, from 1. */
interface Part {
  readonly line: number;
  readonly text: readonly string[];
}

function partsOf(written: string): Part[] {
  const parts: { line: number; text: string[] }[] = [{ line: 1, text: [] }];
  for (const [at, line] of written.split('\n').entries()) {
    if (isLeftOut(line)) parts.push({ line: at + 2, text: [] });
    else parts.at(-1)?.text.push(line);
  }
  return parts;
}

/** Where the earlier program is left or taken up again, as an index of its lines, and the text without what it supplies. */
interface Joint {
  readonly line: number;
  readonly text: readonly string[];
}
type Refused = Pick<LeftOutFault, 'rule' | 'beside'>;

/** The line of the earlier program, from `next` on, with which a part begins that stands below a `…`. */
function beginOf({ text }: Part, lines: readonly string[], next: number, isLast: boolean): Joint | Refused {
  const first = text.findIndex(isWritten);
  const own = first === -1 ? [] : text.slice(first);
  if (own.length === 0) return { line: isLast ? lines.length : next, text: own };
  const isNew = isLast && !own.some((line) => isWritten(line) && lines.includes(line.trimEnd(), next));
  if (isNew) return { line: lines.length, text };
  const found = placeOf(own, lines.slice(next));
  return typeof found === 'number' ? { line: next + found, text: own } : found;
}

/** The line of the earlier program that follows a part which stands above a `…`. */
function endOf({ line: begin, text }: Joint, lines: readonly string[], isFirst: boolean): Joint | Refused {
  const own = text.slice(0, text.findLastIndex(isWritten) + 1);
  if (own.length === 0) return { line: begin, text: own };
  if (isFirst && !own.some((line) => isWritten(line) && lines.includes(line.trimEnd())))
    return { line: 0, text };
  // Most parts only show where the program goes on.
  if (own.every((line, at) => line.trimEnd() === lines[begin + at]))
    return { line: begin + own.length, text: own };
  const found = placeOf(own.toReversed(), lines.slice(begin).toReversed());
  return typeof found === 'number' ? { line: lines.length - found, text: own } : found;
}

/** The place of the first line of a text; where there are several, the one at which most of the text follows. */
function placeOf(text: readonly string[], lines: readonly string[]): number | Refused {
  const beside = (text[0] ?? '').trimEnd();
  const places = lines.flatMap((line, at) => (line === beside ? [at] : []));
  const shared = places.map((place) => text.findIndex((line, at) => line.trimEnd() !== lines[place + at]));
  const lengths = shared.map((length) => (length === -1 ? text.length : length));
  const longest = Math.max(...lengths);
  const best = places.filter((_place, at) => lengths[at] === longest);
  const [place] = best;
  if (place === undefined) return { rule: 'left-out-line', beside: beside.trim() };
  return best.length > 1 ? { rule: 'left-out-twice', beside: beside.trim() } : place;
}

const isWritten = (line: string): boolean => line.trim() !== '';
