import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { Flow } from '#components/lesson/flow.tsx';
import { LessonHeader } from '#components/lesson/lesson-header.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { textProp, type PartProps } from '#components/lesson/rich.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { lessonPage } from '#lib/server/lesson-page.ts';
import { MyEnd } from './my-end.tsx';
import { MyItem, WaitingItem } from './my-item.tsx';
import { MyPicker, Picker } from './my-picker.tsx';
import { MySitting, WaitingSitting } from './my-sitting.tsx';
import { Sources } from './sources.tsx';

interface Address {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

/** One activity of a lesson: its text is the same for everyone, what belongs to the person streams in. */
export async function ActivityPage({ track, lesson: slug, activity: name }: Address) {
  const { lesson, activity, body } = (await lessonPage(track, slug, name)) ?? notFound();
  const onRequest = name === 'challenge' || name === 'test';
  const Item = ({ props }: PartProps) =>
    onRequest ? null : (
      <Suspense fallback={<WaitingItem id={textProp(props, 'id')} />}>
        <MyItem lesson={lesson.id} activity={name} id={textProp(props, 'id')} path={activity.path} />
      </Suspense>
    );
  return (
    <article>
      <LessonHeader lesson={lesson} activity={activity} />
      <Suspense fallback={<Picker lesson={lesson} current={activity.slug} />}>
        <MyPicker lesson={lesson} current={activity.slug} />
      </Suspense>
      <Flow
        nodes={body}
        parts={{ ...lessonParts, Item }}
        className="mt-10"
      />
      {onRequest ? (
        <Suspense fallback={<WaitingSitting />}>
          <MySitting lesson={lesson} activity={activity} />
        </Suspense>
      ) : null}
      <Suspense fallback={null}>
        <MyEnd lesson={lesson} activity={activity} />
      </Suspense>
      {name === 'introduction' ? <Sources lesson={lesson} /> : null}
    </article>
  );
}

export async function activityMetadata({ track, lesson, activity }: Address): Promise<Metadata> {
  const page = await lessonPage(track, lesson, activity);
  if (!page) return { title: 'Not found' };
  const title = activity === 'introduction' ? page.lesson.title : `${activityKind(activity)?.title}: ${page.lesson.title}`;
  return { title, description: page.lesson.summary };
}
