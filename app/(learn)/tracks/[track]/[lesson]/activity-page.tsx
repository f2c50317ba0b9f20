import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { ShortcutHelp } from '#components/item/shortcuts/shortcut-help.tsx';
import { ActivityPicker } from '#components/lesson/activity-picker.tsx';
import { Flow } from '#components/lesson/flow.tsx';
import { LessonHeader } from '#components/lesson/lesson-header.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { type LessonSummary, lessonPage } from '#lib/server/content/lesson-page.ts';
import { type MyLesson, myLesson } from '#lib/server/sitting/my-activity.ts';
import { endsInDrill } from '#lib/sitting/drill.ts';
import { ActivityEnd } from './activity-end.tsx';
import { Drill } from './drill.tsx';
import { ItemSkeleton, LearnerItem } from './learner-item.tsx';
import { LearnerSitting, SittingSkeleton } from './learner-sitting.tsx';

interface Address {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

/**
 * One activity of a lesson. Its text is the same for everyone; the learner’s own parts stream in. With `plain`, for
 * browsers without JavaScript, nothing streams: the page is sent once all parts are ready.
 */
export async function ActivityPage({
  track,
  lesson: slug,
  activity: name,
  plain = false,
}: Address & { plain?: boolean }) {
  const { lesson, activity, body } = (await lessonPage(track, slug, name)) ?? notFound();
  const startsOnRequest = name === 'challenge' || name === 'test';
  const kind = activityKind(name);
  const hasDrill = lesson.hasTest && kind !== undefined && endsInDrill(kind);
  const Boundary = plain ? NoSuspense : Suspense;
  const renderItem = ({ props }: PartProps) =>
    startsOnRequest ? null : (
      <Boundary fallback={<ItemSkeleton />}>
        <LearnerItem
          lesson={lesson.id}
          activity={name}
          id={textProp(props, 'id')}
          path={activity.path}
          plain={plain}
        />
      </Boundary>
    );
  return (
    <article>
      {plain ? null : <PlainLink track={track} lesson={slug} activity={name} />}
      <LessonHeader lesson={lesson} activity={activity} />
      <Boundary fallback={<Picker lesson={lesson} current={activity.slug} />}>
        <LearnerPicker lesson={lesson} current={activity.slug} />
      </Boundary>
      <Flow nodes={body} parts={{ ...lessonParts, Item: renderItem }} className="mt-10" />
      {startsOnRequest ? (
        <Boundary fallback={<SittingSkeleton />}>
          <LearnerSitting lesson={lesson} activity={activity} plain={plain} />
        </Boundary>
      ) : null}
      {hasDrill ? (
        <Boundary fallback={null}>
          <Drill lesson={lesson} activity={activity} plain={plain} />
        </Boundary>
      ) : null}
      {name === 'test' ? null : (
        <Boundary fallback={null}>
          <ActivityEnd lesson={lesson} activity={activity} />
        </Boundary>
      )}
      {hasDrill || activity.items > 0 ? <ShortcutHelp /> : null}
      {name === 'introduction' ? <Sources lesson={lesson} /> : null}
    </article>
  );
}

/** Takes the place of Suspense in plain pages: the response waits for the children. */
function NoSuspense({ children }: { children: ReactNode; fallback: ReactNode }) {
  return children;
}

/** Sends browsers without JavaScript to the page that does not stream. */
function PlainLink({ track, lesson, activity }: Address) {
  const path = `/plain/${track}/${lesson}/${activity}`;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${path}`} />
      <p>
        <a href={path}>Continue without JavaScript</a>
      </p>
    </noscript>
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

/** The activities of a lesson, with the learner’s progress if it is known. */
function Picker({ lesson, current, mine = null }: PickerProps & { mine?: MyLesson | null }) {
  const activities = lesson.activities.map((activity) => ({
    ...activity,
    progress: mine?.activities.get(activity.slug) ?? null,
  }));
  const test = lesson.hasTest ? { path: `${lesson.path}/test`, verdict: mine?.verdict ?? null } : null;
  return <ActivityPicker lessonId={lesson.id} activities={activities} test={test} current={current} />;
}

/** The activities of a lesson with the progress of the current user. */
async function LearnerPicker(props: PickerProps) {
  return <Picker {...props} mine={await myLesson(props.lesson.id)} />;
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
