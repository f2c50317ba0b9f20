import { LessonHeader, LessonPromise } from '#components/lesson/lesson-header.tsx';
import { RailContents } from '#components/lesson/rail-contents.tsx';
import type { PageText } from '#components/lesson/static-sections.tsx';
import { contentsOf } from '#lib/lesson/passages.ts';
import type { LessonPage, LessonSummary } from '#lib/server/content/lesson-page.ts';

/** The text of a lesson’s page between the head and the sources, which are the same for everyone. */
export function lessonText({ lesson, activity, body }: LessonPage): PageText {
  const isFirst = activity.slug === 'introduction';
  const contents = contentsOf(body);
  return {
    body,
    head: <LessonHeader lesson={lesson} activity={activity} />,
    below: isFirst ? <LessonPromise {...lesson} /> : null,
    foot: isFirst ? <Sources lesson={lesson} /> : null,
    contents: contents.length > 0 ? <RailContents entries={contents} /> : null,
  };
}

/** The lesson’s sources, authors and date of the last change. */
function Sources({ lesson }: { lesson: LessonSummary }) {
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
