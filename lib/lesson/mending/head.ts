import type { Fault } from '#lib/lesson/faults.ts';

const starts = [
  /^(?:[ \t]*\n)+---[ \t]*\n\s*[\w-]+[ \t]*:/,
  /^[ \t]+---[ \t]*\n\s*[\w-]+[ \t]*:/,
  /^(?:[—–―−]+|-{2}|-{4,}|\*{3,}|_{3,}|={3,})-?[ \t]*\n\s*[\w-]+[ \t]*[:：]/,
  /^(?:```|~~~)\w*[ \t]*\n(?:---[ \t]*\n)?\s*(?:id|title|summary|minutes)[ \t]*:/,
  /^\+{3}[ \t]*\n/,
];

const message =
  'This is no front matter yet. Write --- on the first line of the file, with nothing before it, then the fields as YAML, then --- on a line of its own.';

/** Fields at the start of a file that were meant as its front matter. */
export function headFault(text: string): Fault | undefined {
  const isMeant = starts.some((form) => form.test(text));
  return isMeant ? { line: 1, column: 1, rule: 'front-matter', message } : undefined;
}
