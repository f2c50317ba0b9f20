import { isError } from '#lib/lesson/finding.ts';
import type { Finding } from '#lib/lesson/lesson.ts';

/** Prints a line for each error in the content; returns their number. */
export function printErrors(findings: readonly Finding[]): number {
  const errors = findings.filter(isError);
  for (const { file, line, column, rule, message } of errors) {
    console.error(`${file}:${line}:${column} ${rule}: ${message}`);
  }
  return errors.length;
}
