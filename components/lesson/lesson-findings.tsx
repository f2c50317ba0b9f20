import { PageHeader } from '#components/ui/page-header.tsx';
import type { Finding } from '#lib/lesson/lesson.ts';

/** What keeps a lesson from being shown to its author: each mistake with its place and its cure. */
export function LessonFindings({ findings }: { findings: readonly Finding[] }) {
  const count = findings.length === 1 ? 'One mistake keeps' : `${findings.length} mistakes keep`;
  return (
    <>
      <PageHeader
        title={`${count} this page from being shown`}
        lead="Correct the file, save it and load this page again. Learners never see it like this: a school is not built while a mistake is left."
      />
      <ol className="grid max-w-measure gap-5">
        {findings.map(({ file, line, column, rule, message }) => (
          <li key={`${file}:${line}:${column} ${rule}`} className="border-l-4 border-wrong pl-4">
            <p className="font-mono text-sm break-all">
              {file}:{line}:{column}
            </p>
            <p className="mt-1">{withCode(message)}</p>
            <p className="mt-1 text-sm text-ink-soft">{rule}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What stands between backticks as code. */
const withCode = (message: string) =>
  [...message.matchAll(/`` .+? ``|`[^`]+`|[^`]+|`/g)].map(({ 0: part, index: offset }) =>
    /^`./.test(part) ? <code key={offset}>{part.replace(/^`+ ?| ?`+$/g, '')}</code> : part,
  );
