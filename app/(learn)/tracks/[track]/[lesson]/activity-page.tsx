import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { ShortcutHelp } from '#components/item/shortcuts/shortcut-help.tsx';
import { Flow } from '#components/lesson/flow.tsx';
import { LessonHeader } from '#components/lesson/lesson-header.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { lessonPage } from '#lib/server/content/lesson-page.ts';
import { endsInDrill } from '#lib/sitting/drill.ts';
import { MyActivityEnd } from './my-activity-end.tsx';
import { MyDrill } from './my-drill.tsx';
import { MyItem, WaitingItem } from './my-item.tsx';
import { MyPicker, Picker } from './my-picker.tsx';
import { MySitting } from './my-sitting.tsx';
import { Sources } from './sources.tsx';
import { WaitingSitting } from './waiting-sitting.tsx';

interface Address {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

/**
 * One activity of a lesson: its text is the same for everyone, what belongs to the person streams in. `plain` is the
 * page for browsers without JavaScript, where nothing can be put in its place later: it waits and arrives whole.
 */
export async function ActivityPage({
  track,
  lesson: slug,
  activity: name,
  plain = false,
}: Address & { plain?: boolean }) {
  const { lesson, activity, body } = (await lessonPage(track, slug, name)) ?? notFound();
  const onRequest = name === 'challenge' || name === 'test';
  const kind = activityKind(name);
  const drills = lesson.hasTest && kind !== undefined && endsInDrill(kind);
  const Place = plain ? Whole : Suspense;
  const drawItem = ({ props }: PartProps) =>
    onRequest ? null : (
      <Place fallback={<WaitingItem />}>
        <MyItem
          lesson={lesson.id}
          activity={name}
          id={textProp(props, 'id')}
          path={activity.path}
          plain={plain}
        />
      </Place>
    );
  return (
    <article>
      {plain ? null : <PlainLink track={track} lesson={slug} activity={name} />}
      <LessonHeader lesson={lesson} activity={activity} />
      <Place fallback={<Picker lesson={lesson} current={activity.slug} />}>
        <MyPicker lesson={lesson} current={activity.slug} />
      </Place>
      <Flow nodes={body} parts={{ ...lessonParts, Item: drawItem }} className="mt-10" />
      {onRequest ? (
        <Place fallback={<WaitingSitting />}>
          <MySitting lesson={lesson} activity={activity} plain={plain} />
        </Place>
      ) : null}
      {drills ? (
        <Place fallback={null}>
          <MyDrill lesson={lesson} activity={activity} plain={plain} />
        </Place>
      ) : null}
      {name === 'test' ? null : (
        <Place fallback={null}>
          <MyActivityEnd lesson={lesson} activity={activity} />
        </Place>
      )}
      {drills || activity.items > 0 ? <ShortcutHelp /> : null}
      {name === 'introduction' ? <Sources lesson={lesson} /> : null}
    </article>
  );
}

/** Stands where Suspense would, and waits instead. */
function Whole({ children }: { children: ReactNode; fallback: ReactNode }) {
  return children;
}

/** Browsers without JavaScript go to the page that arrives whole. */
function PlainLink({ track, lesson, activity }: Address) {
  const path = `/plain/${track}/${lesson}/${activity}`;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${path}`} />
      <p>
        <a href={path}>Go on without JavaScript</a>
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
