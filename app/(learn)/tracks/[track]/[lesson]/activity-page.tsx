import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ShortcutHelp } from '#components/item/shortcuts/shortcut-help.tsx';
import { ActivityPicker } from '#components/lesson/activity-picker.tsx';
import { LessonHeader, type LessonHeaderProps } from '#components/lesson/lesson-header.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { SectionedFlow } from '#components/lesson/sectioned-flow.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { type ActivitySummary, type LessonSummary, lessonPage } from '#lib/server/content/lesson-page.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';
import { endsInDrill } from '#lib/sitting/drill.ts';
import { ActivityEnd } from './activity-end.tsx';
import { Drill } from './drill.tsx';
import { LearnerItem } from './learner-item.tsx';
import { LearnerSitting } from './learner-sitting.tsx';

interface Address {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

/** One activity of a lesson: its text, its questions as this learner sees them, and what follows. */
export async function ActivityPage({ track, lesson: slug, activity: name }: Address) {
  const { lesson, activity, body } = (await lessonPage(track, slug, name)) ?? notFound();
  const startsOnRequest = name === 'challenge' || name === 'test';
  const kind = activityKind(name);
  const hasDrill = lesson.hasTest && kind !== undefined && endsInDrill(kind);
  const renderItem = ({ props }: PartProps) =>
    startsOnRequest ? null : (
      <LearnerItem lesson={lesson.id} activity={name} id={textProp(props, 'id')} path={activity.path} />
    );
  return (
    <article>
      <LessonHeader lesson={headOf(lesson, activity)} activity={activity} />
      <LearnerPicker lesson={lesson} current={activity.slug} />
      <SectionedFlow body={body} parts={{ ...lessonParts, Item: renderItem }} className="mt-10" />
      {startsOnRequest ? <LearnerSitting lesson={lesson} activity={activity} /> : null}
      {hasDrill ? <Drill lesson={lesson} activity={activity} /> : null}
      {name === 'test' ? null : <ActivityEnd lesson={lesson} activity={activity} />}
      {hasDrill || activity.items > 0 ? <ShortcutHelp /> : null}
      {name === 'introduction' ? <Sources lesson={lesson} /> : null}
    </article>
  );
}

export async function activityMetadata({ track, lesson, activity }: Address): Promise<Metadata> {
  const page = await lessonPage(track, lesson, activity);
  if (!page) return { title: 'Not found' };
  const title =
    activity === 'introduction'
      ? page.lesson.title
      : `${activityKind(activity)?.title}: ${page.lesson.title}`;
  return { title, description: page.lesson.summary };
}

interface PickerProps {
  readonly lesson: LessonSummary;
  readonly current: string;
}

/** The activities of a lesson with the progress of the current user. */
async function LearnerPicker({ lesson, current }: PickerProps) {
  const mine = await myLesson(lesson.id);
  const activities = lesson.activities.map(({ slug, path, title, about, minutes }) => ({
    slug,
    path,
    title,
    about,
    minutes,
    progress: mine?.activities.get(slug) ?? null,
  }));
  const test = lesson.hasTest ? { path: `${lesson.path}/test`, verdict: mine?.verdict ?? null } : null;
  return <ActivityPicker lessonId={lesson.id} activities={activities} test={test} current={current} />;
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

/** What the head of the page shows of a lesson: on its first page all of it, on the others where one is. */
function headOf(
  { title, path, track, trackTitle, ...lesson }: LessonSummary,
  { slug }: ActivitySummary,
): LessonHeaderProps['lesson'] {
  const place = { title, path, track, trackTitle };
  if (slug !== 'introduction') return { ...place, promise: null };
  const { summary, minutes, badge, objectives, prerequisites } = lesson;
  return {
    ...place,
    promise: { summary, minutes, badge: badge?.name ?? null, objectives, prerequisites },
  };
}
