import { notFound } from 'next/navigation';
import { Flow } from '#components/lesson/flow.tsx';
import { LessonCard } from '#components/lesson/lesson-card.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { progressRule } from '#lib/progress/lesson-progress.ts';
import { type LessonSummary, trackPages } from '#lib/server/lesson-page.ts';
import { myLesson } from '#lib/server/my-activity.ts';

type Props = PageProps<'/tracks/[track]'>;

export const instant = false;

export async function generateStaticParams() {
  return (await trackPages()).map(({ slug }) => ({ track: slug }));
}

export async function generateMetadata({ params }: Props) {
  const { track } = await params;
  const page = (await trackPages()).find(({ slug }) => slug === track);
  return { title: page?.title ?? 'Not found', description: page?.summary };
}

/** A track: what it is about, and its lessons in order. */
export default async function TrackPage({ params }: Props) {
  const { track } = await params;
  const page = (await trackPages()).find(({ slug }) => slug === track) ?? notFound();
  return (
    <>
      <PageHeader title={page.title} lead={page.summary} />
      <MyTrack lessons={page.lessons} />
      <ol className="mb-12 grid max-w-[46rem] gap-4">
        {page.lessons.map((lesson) => (
          <li key={lesson.id} className="grid">
            <MyLessonCard lesson={lesson} />
            {lesson.prerequisites.length > 0 ? (
              <p className="mt-2 ps-5 text-sm text-ink-soft">
                Better after{' '}
                {lesson.prerequisites.map(({ title, path }, at) => (
                  <span key={path}>
                    {at > 0 ? ' and ' : ''}
                    <a href={path}>{title}</a>
                  </span>
                ))}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      <Flow nodes={page.body} parts={lessonParts} />
    </>
  );
}

async function MyLessonCard({ lesson }: { lesson: LessonSummary }) {
  const mine = await myLesson(lesson.id);
  return <LessonCard lesson={lesson} progress={mine?.whole ?? null} verdict={mine?.verdict ?? null} />;
}

/** The visitor's progress over the whole track, by the same rule as everywhere. */
async function MyTrack({ lessons }: { lessons: readonly LessonSummary[] }) {
  const mine = await Promise.all(lessons.map((lesson) => myLesson(lesson.id)));
  const parts = mine.flatMap((lesson) => (lesson ? [lesson.whole] : []));
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, part) => ({ done: total.done + part.done, of: total.of + part.of }));
  return (
    <div className="mb-8 max-w-[46rem]">
      <ProgressBar done={sum.done} of={sum.of} label="Steps done in this track" />
      <p className="mt-2 text-sm text-ink-soft">{progressRule}</p>
    </div>
  );
}
