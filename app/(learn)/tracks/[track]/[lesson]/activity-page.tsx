import type { Metadata } from 'next';
import { MissingPage } from '#app/missing-page.tsx';
import { NearShortcutHelp } from '#components/item/shortcuts/near-shortcut-help.tsx';
import { ActivityPicker, type ActivityPickerProps } from '#components/lesson/activity-picker.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { LiveEnd } from '#components/lesson/live-end.tsx';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { SectionedFlow } from '#components/lesson/sectioned-flow.tsx';
import { sectionedText } from '#components/lesson/static-sections.tsx';
import { StaticText } from '#components/lesson/static-text.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { type LessonSummary, lessonPage } from '#lib/server/content/lesson-page.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';
import { drillSlugOf, endsInDrill } from '#lib/sitting/drill.ts';
import { endCardProps } from './activity-end.ts';
import { Drill } from './drill.tsx';
import { LearnerItem, learnerItems } from './learner-item.tsx';
import { LearnerSitting } from './learner-sitting.tsx';
import { lessonText } from './lesson-text.tsx';
import { Reportable } from './reportable.tsx';

interface Address {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

/** One activity of a lesson: its text, its questions as this learner sees them, and what follows. */
export async function ActivityPage({ track, lesson: slug, activity: name }: Address) {
  const found = await lessonPage(track, slug, name);
  if (!found) return <MissingPage />;
  const { lesson, activity } = found;
  const text = await sectionedText(activity, lessonText(found));
  const startsOnRequest = name === 'challenge' || name === 'test';
  const kind = activityKind(name);
  const hasDrill = lesson.test && kind !== undefined && endsInDrill(kind);
  const mine = startsOnRequest ? null : await learnerItems(lesson.id, name);
  const drill = hasDrill ? drillSlugOf(kind.slug) : null;
  const drilled = drill && (await learnerItems(lesson.id, drill));
  const picker = await pickerProps(lesson, activity.slug);
  const end = name === 'test' ? null : await endCardProps(lesson, activity);
  const renderItem = ({ props }: PartProps) =>
    mine && <LearnerItem mine={mine} id={textProp(props, 'id')} path={activity.path} />;
  const page = (
    <article>
      <StaticText key={`${text.hash}/head`} hash={text.hash} section={text.head} />
      <ActivityPicker {...picker} />
      <SectionedFlow text={text} parts={{ ...lessonParts, Item: renderItem }} className="mt-10" />
      {startsOnRequest ? <LearnerSitting lesson={lesson} activity={activity} /> : null}
      {drill ? <Drill lesson={lesson.id} activity={drill} mine={drilled} /> : null}
      {end ? <LiveEnd end={end} /> : null}
      {hasDrill || activity.items > 0 ? <NearShortcutHelp /> : null}
      <StaticText key={`${text.hash}/foot`} hash={text.hash} section={text.foot} />
    </article>
  );
  return hasDrill || activity.items > 0 ? <Reportable lesson={lesson.id}>{page}</Reportable> : page;
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

/** The activities of a lesson with the progress of the current user. */
async function pickerProps(lesson: LessonSummary, current: string): Promise<ActivityPickerProps> {
  const mine = await myLesson(lesson.id);
  const activities = lesson.activities.map(({ slug, path, title, about, minutes }) => ({
    slug,
    path,
    title,
    about,
    minutes,
    progress: mine?.activities.get(slug) ?? null,
  }));
  const { test } = lesson;
  return {
    lessonId: lesson.id,
    activities,
    test: test && { path: test.path, about: test.about, verdict: mine?.verdict ?? null },
    current,
  };
}
