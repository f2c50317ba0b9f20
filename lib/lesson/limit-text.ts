import type { z } from 'zod';

/** What a limit of length or size asks for, in an author's words; undefined for other issues. */
export function limitText(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && issue.minimum === 1) return 'it is empty';
    return `${issue.minimum}${unit(issue.origin, issue.minimum)} at least`;
  }
  return issue.code === 'too_big'
    ? `${issue.maximum}${unit(issue.origin, issue.maximum)} at most`
    : undefined;
}

function unit(origin: string, count: number | bigint): string {
  const name = origin === 'string' ? 'character' : origin === 'array' ? 'entry' : '';
  if (name === '') return '';
  return Number(count) === 1 ? ` ${name}` : ` ${name === 'entry' ? 'entries' : `${name}s`}`;
}
