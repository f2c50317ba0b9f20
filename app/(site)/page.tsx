import { LessonCard } from '#components/lesson/lesson-card.tsx';
import { Link } from '#components/ui/link.tsx';
import { type LessonSummary, trackPages } from '#lib/server/content/lesson-page.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';
import { Welcome } from './welcome.tsx';

export const instant = false;

/** The catalogue: every track with its lessons. */
export default async function CataloguePage() {
  const tracks = await trackPages();
  return (
    <>
      <Welcome />
      {tracks.map((track) => (
        <section key={track.slug} aria-labelledby={`track-${track.slug}`} className="mb-14">
          <h2 id={`track-${track.slug}`} className="text-2xl">
            <Link href={`/tracks/${track.slug}`} className="no-underline hover:text-accent">
              {track.title}
            </Link>
          </h2>
          <p className="mt-2 max-w-measure text-ink-soft">{track.summary}</p>
          <ul className="mt-6 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {track.lessons.map((lesson) => (
              <li key={lesson.id} className="grid">
                <MyLessonCard lesson={lesson} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

async function MyLessonCard({ lesson }: { lesson: LessonSummary }) {
  const mine = await myLesson(lesson.id);
  return (
    <LessonCard lesson={lesson} progress={mine?.whole ?? null} mastery={mine?.mastery ?? null} heading="h3" />
  );
}
