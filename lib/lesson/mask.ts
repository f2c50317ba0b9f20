import type { Steps } from './steps.ts';

/** A fence that is never closed; line and column count from 1. */
export interface OpenFence {
  readonly line: number;
  readonly column: number;
}

interface Fence extends OpenFence {
  readonly mark: string;
}

/** A run of backticks within a line. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * The text with all code, fenced or inline, replaced by spaces; length and lines stay the same. Only the rest can be
 * syntax. `open` is a fence that is not closed. Each character is looked at a few times at most, whatever the text is.
 */
export function maskCode(
  text: string,
  steps?: Steps,
): { readonly masked: string; readonly open: OpenFence | undefined } {
  let fence: Fence | undefined;
  const lines = text.split('\n').map((content, index) => {
    steps?.add(content.length + 1);
    if (fence) {
      if (closes(content, fence.mark)) fence = undefined;
      return blank(content);
    }
    const found = openerOf(content, steps);
    if (!found) return withoutInlineCode(content, steps);
    fence = { line: index + 1, column: found.start + 1, mark: content.slice(found.start, found.end) };
    return blank(content);
  });
  return { masked: lines.join('\n'), open: fence && { line: fence.line, column: fence.column } };
}

const isSpace = (char: string): boolean => /\s/.test(char);

/** The end of the marks of quotes, lists and tasks at the start of a line. */
export function afterContainers(content: string, steps?: Steps): number {
  let at = 0;
  for (;;) {
    const next = afterContainer(content, at);
    steps?.add(Math.max(1, next - at));
    if (next === at) return at;
    at = next;
  }
}

function afterContainer(content: string, at: number): number {
  const char = content.charAt(at);
  if (char === '>' || isSpace(char)) return at + 1;
  if (/[-*+]/.test(char)) return isSpace(content.charAt(at + 1)) ? at + 2 : at;
  if (char === '[' && /[ xX]/.test(content.charAt(at + 1)) && content.charAt(at + 2) === ']')
    return isSpace(content.charAt(at + 3)) ? at + 4 : at;
  let end = at;
  while (/\d/.test(content.charAt(end))) end++;
  const isNumber = end > at && /[.)]/.test(content.charAt(end)) && isSpace(content.charAt(end + 1));
  return isNumber ? end + 2 : at;
}

/** The marks that open a fence in this line, if they do. */
function openerOf(content: string, steps?: Steps): Run | undefined {
  const start = afterContainers(content, steps);
  const char = content.charAt(start);
  if (char !== '`' && char !== '~') return undefined;
  const end = endOfRun(content, start);
  steps?.add(end - start);
  if (end - start < 3) return undefined;
  return char === '`' && content.includes('`', end) ? undefined : { start, end };
}

function endOfRun(content: string, start: number): number {
  let end = start;
  while (content[end] === content[start]) end++;
  return end;
}

function closes(content: string, mark: string): boolean {
  const found = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(content)?.[1];
  return found?.[0] === mark[0] && (found?.length ?? 0) >= mark.length;
}

const blank = (text: string): string => ' '.repeat(text.length);

/** Code begins with a run of backticks and ends with the next run of the same length. */
function withoutInlineCode(content: string, steps?: Steps): string {
  const runs = runsOf(content);
  steps?.add(runs.length);
  const closer = closersOf(runs);
  const kept: string[] = [];
  let from = 0;
  for (const [index, run] of runs.entries()) {
    const end = closer[index];
    if (run.start < from || end === undefined) continue;
    kept.push(content.slice(from, run.start), ' '.repeat(end - run.start));
    from = end;
  }
  return kept.length === 0 ? content : kept.join('') + content.slice(from);
}

function runsOf(content: string): Run[] {
  const runs: Run[] = [];
  for (let at = content.indexOf('`'); at !== -1; at = content.indexOf('`', at)) {
    const end = endOfRun(content, at);
    runs.push({ start: at, end });
    at = end;
  }
  return runs;
}

/** For each run the end of the next one of the same length, found from the last to the first. */
function closersOf(runs: readonly Run[]): (number | undefined)[] {
  const nextOfLength = new Map<number, number>();
  const closers: (number | undefined)[] = [];
  for (const [index, { start, end }] of [...runs.entries()].reverse()) {
    closers[index] = nextOfLength.get(end - start);
    nextOfLength.set(end - start, end);
  }
  return closers;
}
