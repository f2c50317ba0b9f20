import type { LessonSummary } from '#lib/server/content/lesson-page.ts';

/** Where the facts come from, who wrote it and when. */
export function Sources({ lesson }: { lesson: LessonSummary }) {
  return (
    <footer className="mt-12 max-w-measure border-t border-line pt-6 text-sm text-ink-soft">
      <h2 className="text-base">Sources</h2>
      <ul className="mt-2 list-disc space-y-1 ps-5">
        {lesson.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        Written by {lesson.authors.join(', ')}. Last changed on{' '}
        <time dateTime={lesson.updated}>{lesson.updated}</time>.
      </p>
    </footer>
  );
}
