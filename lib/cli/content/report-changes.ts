import type { Finding } from '#lib/lesson/lesson.ts';
import type { ContentReport } from './check-content.ts';
import { summary } from './report-text.ts';

/** What a report has that the one before did not have, and the other way round, with the summary of the new one. */
export function changesText(before: ContentReport, after: ContentReport): string {
  const gone = without(before.findings, after.findings);
  const fresh = without(after.findings, before.findings);
  return [
    ...gone.map((finding) => `mended  ${placeOf(finding)}  ${finding.rule}`),
    ...fresh.map((finding) => `new     ${placeOf(finding)}  ${finding.rule}  ${finding.message}`),
    summary(after),
  ].join('\n');
}

const placeOf = ({ file, line, column }: Finding): string => `${file}:${line}:${column}`;

/** A finding that only moved with the lines above it is the same. Each of several equal ones counts. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(nameOf(other), (left.get(nameOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(nameOf(finding)) ?? 0;
    left.set(nameOf(finding), count - 1);
    return count <= 0;
  });
}

const nameOf = ({ file, rule, message }: Finding): string => JSON.stringify([file, rule, message]);
