import { isError } from '#lib/lesson/finding.ts';
import type { Finding } from '#lib/lesson/lesson.ts';

/** Findings as workflow commands of GitHub, which shows each beside its line in a pull request. */
export function annotations(findings: readonly Finding[]): string[] {
  return findings.map((finding) => {
    const { file, line, column, rule, message } = finding;
    const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
    return `::${isError(finding) ? 'error' : 'warning'} ${place}::${data(message)}`;
  });
}

/** A percent sign and line ends would end a command or be read as something else. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** In a property, colons and commas as well. */
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
