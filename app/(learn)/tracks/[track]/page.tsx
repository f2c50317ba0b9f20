import { KeptAnswers } from '#app/kept-answers.tsx';
import { MissingContent } from '#app/missing-content.tsx';
import { LessonCard } from '#components/lesson/lesson-card.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { SectionedFlow } from '#components/lesson/sectioned-flow.tsx';
import { sectionedText } from '#components/lesson/static-sections.tsx';
import { NextLine } from '#components/progress/next-line.tsx';
import { TrackMap } from '#components/progress/track-map.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { levelRule } from '#lib/mastery/level.ts';
import { progressRule } from '#lib/progress/lesson-progress.ts';
import { type LessonSummary, trackPages } from '#lib/server/content/lesson-page.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { nextStepOf } from '#lib/server/progress/next-step.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';

type Props = PageProps<'/tracks/[track]'>;

export async function generateMetadata({ params }: Props) {
  const { track } = await params;
  const page = (await trackPages()).find(({ slug }) => slug === track);
  return { title: page?.title ?? 'Not found', description: page?.summary };
}

/** A track: what it is about, and its lessons in order. */
export default async function TrackPage({ params }: Props) {
  const { track } = await params;
  const page = (await trackPages()).find(({ slug }) => slug === track);
  if (!page) return <MissingContent track={track} lesson={null} />;
  return (
    <>
      <KeptAnswers />
      <PageHeader title={page.title} lead={page.summary} />
      <div className="gap-x-12 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,46rem)_minmax(0,1fr)]">
        <TrackProgress lessons={page.lessons} />
        <LearnerTrackMap lessons={page.lessons} />
        <div className="lg:col-start-2">
          <SectionedFlow text={await sectionedText(page, page)} parts={lessonParts} />
        </div>
      </div>
    </>
  );
}

/** The lessons of the track with the learner’s progress. */
async function LearnerTrackMap({ lessons }: { lessons: readonly LessonSummary[] }) {
  const user = await currentUser();
  const next = user ? (await nextStepOf(await world(), user)).next?.recommendation : undefined;
  const mine = await Promise.all(lessons.map((lesson) => myLesson(lesson.id)));
  return (
    <TrackMap
      lessons={lessons.map((lesson, index) => ({
        id: lesson.id,
        level: mine[index]?.mastery.level ?? null,
        why: mine[index]?.mastery.why ?? '',
        buildsOn: lesson.prerequisites,
        leadsTo: lessons
          .filter(({ prerequisites }) => prerequisites.some(({ href }) => href === lesson.path))
          .map(({ title, path }) => ({ title, href: path })),
        next: next && next.to?.activity?.lessonId === lesson.id ? <NextLine recommendation={next} /> : null,
        card: (
          <LessonCard
            lesson={lesson}
            progress={mine[index]?.whole ?? null}
            mastery={mine[index]?.mastery ?? null}
          />
        ),
      }))}
    />
  );
}

/** The learner’s progress in the whole track. */
async function TrackProgress({ lessons }: { lessons: readonly LessonSummary[] }) {
  const mine = await Promise.all(lessons.map((lesson) => myLesson(lesson.id)));
  const lessonProgresses = mine.flatMap((lesson) => (lesson ? [lesson.whole] : []));
  if (lessonProgresses.length === 0) return null;
  const sum = lessonProgresses.reduce((total, part) => ({
    done: total.done + part.done,
    total: total.total + part.total,
  }));
  return (
    <div className="mb-8 max-w-[46rem] lg:col-start-2">
      <ProgressBar done={sum.done} total={sum.total} label="steps done in this track" />
      <Disclosure summary="How steps and levels count" className="mt-2 text-sm">
        <p className="text-ink-soft">
          {progressRule} {levelRule}
        </p>
      </Disclosure>
    </div>
  );
}
