import type { Finding } from '#lib/lesson/lesson.ts';
import type { Values } from './values.ts';

/** One finding for each that all variants have; others name the values of the first variant that has it. */
export function withValues(reported: readonly (readonly Finding[])[], all: readonly Values[]): Finding[] {
  const seen = new Map<string, { readonly finding: Finding; readonly at: number; count: number }>();
  for (const [at, findings] of reported.entries())
    for (const finding of findings) {
      const place = JSON.stringify([finding.rule, finding.line, finding.column]);
      const known = seen.get(place);
      if (known) known.count++;
      else seen.set(place, { finding, at, count: 1 });
    }
  return [...seen.values()].map(({ finding, at, count }) =>
    count >= all.length
      ? finding
      : { ...finding, message: `With ${shownValues(all[at] ?? {})}: ${finding.message}` },
  );
}

const mostShown = 4;

/** Values in a message, as `n = 3, m = 4`. */
export function shownValues(values: Values): string {
  const entries = Object.entries(values).map(([name, value]) => {
    const line = value.replaceAll('\n', '\\n');
    return `${name} = ${line.length > 24 ? `${line.slice(0, 23)}…` : line}`;
  });
  return entries.slice(0, mostShown).join(', ') + (entries.length > mostShown ? ' …' : '');
}
