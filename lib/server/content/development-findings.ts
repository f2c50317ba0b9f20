import { isError } from '#lib/lesson/finding.ts';
import { findingLine, findingsOf } from '#lib/lesson/findings-of.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { contentLibrary } from './library.ts';

const lastPrinted = new Map<string, string>();

/**
 * Why a lesson, or a track when `lesson` is null, is not shown; each set is also printed once to standard error. Always
 * empty in production, which refuses to be built with an error.
 */
export async function developmentFindings(track: string, lesson: string | null): Promise<readonly Finding[]> {
  if (process.env.NODE_ENV === 'production') return [];
  const findings = findingsOf((await contentLibrary()).findings, track, lesson).filter(isError);
  const lines = findings.map(findingLine).join('\n');
  const name = `${track}/${lesson ?? ''}`;
  if (lines !== '' && lastPrinted.get(name) !== lines) console.error(lines);
  lastPrinted.set(name, lines);
  return findings;
}
