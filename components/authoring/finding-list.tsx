import type { Finding } from '#lib/lesson/lesson.ts';

/** What the check of a draft found, with the place of each. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <p>The check of the saved draft found nothing.</p>;
  return (
    <ol className="grid max-w-measure gap-4">
      {findings.map(({ file, line, column, severity, rule, message }) => (
        <li
          key={`${file}:${line}:${column} ${rule} ${message}`}
          className={`border-l-4 pl-4 ${severity === 'error' ? 'border-wrong' : 'border-unsure'}`}
        >
          <p className="font-mono text-sm break-all">
            {severity === 'error' ? 'Error' : 'Warning'} in {file}, line {line}
          </p>
          <p className="mt-1">{message}</p>
        </li>
      ))}
    </ol>
  );
}
