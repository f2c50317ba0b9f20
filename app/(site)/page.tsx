import { LessonCard } from '#components/lesson/lesson-card.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { type LessonSummary, trackPages } from '#lib/server/content/lesson-page.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';

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
                <LearnerLessonCard lesson={lesson} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

async function LearnerLessonCard({ lesson }: { lesson: LessonSummary }) {
  const mine = await myLesson(lesson.id);
  return (
    <LessonCard lesson={lesson} progress={mine?.whole ?? null} mastery={mine?.mastery ?? null} heading="h3" />
  );
}

/** Introduces Surefoot to visitors; for signed-in users, links back to their work. */
async function Welcome() {
  const user = await currentUser();
  if (user) {
    return (
      <PageHeader
        title="Lessons"
        lead="Start anywhere. Read a lesson, practise it and take its test, which tells you how certain it is that you know the subject."
        actions={<ButtonLink href="/today">Continue where you left off</ButtonLink>}
      />
    );
  }
  return (
    <PageHeader
      title="Know what you know"
      lead="Short lessons with up to ten activities, questions graded by the server, and a test that says strong, not yet or can’t tell yet, and how certain that is."
      actions={<ButtonLink href="/signin">Sign in to answer questions</ButtonLink>}
    />
  );
}
