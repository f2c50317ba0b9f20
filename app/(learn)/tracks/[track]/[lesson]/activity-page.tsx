import type { Metadata } from 'next';
import { GuestNote } from '#app/guest-note.tsx';
import { KeptAnswers } from '#app/kept-answers.tsx';
import { MissingContent } from '#app/missing-content.tsx';
import { NearShortcutHelp } from '#components/item/shortcuts/near-shortcut-help.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { LessonStartLinks } from '#components/lesson/lesson-start-links.tsx';
import { LiveEnd } from '#components/lesson/live-end.tsx';
import { NearRail } from '#components/lesson/near-rail.tsx';
import { PlaceOffer } from '#components/lesson/place-offer.tsx';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { SectionedFlow } from '#components/lesson/sectioned-flow.tsx';
import { sectionedText } from '#components/lesson/static-sections.tsx';
import { StaticText } from '#components/lesson/static-text.tsx';
import { textAnchor } from '#components/lesson/text-anchor.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import { lessonPage } from '#lib/server/content/lesson-page.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { drillSlugOf, endsInDrill } from '#lib/sitting/drill.ts';
import { endCardProps, nextWhenDone } from './activity-end.ts';
import { Drill } from './drill.tsx';
import { LearnerItem, learnerItems } from './learner-item.tsx';
import { LearnerNotes } from './learner-notes.tsx';
import { LearnerSitting } from './learner-sitting.tsx';
import { lessonText } from './lesson-text.tsx';
import { lessonWay } from './lesson-way.ts';
import { isQuestionSet, QuestionSet } from './question-set.tsx';
import { Reportable } from './reportable.tsx';
import { SheetLinks } from './sheet-links.tsx';

interface Address {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

/** One activity of a lesson: the way through the lesson beside its text, its questions as this learner sees them, and what follows. */
export async function ActivityPage({ track, lesson: slug, activity: name }: Address) {
  const found = await lessonPage(track, slug, name);
  if (!found) return <MissingContent track={track} lesson={slug} />;
  const { lesson, activity } = found;
  const text = await sectionedText(activity, lessonText(found));
  const startsOnRequest = name === 'challenge' || name === 'test';
  const kind = activityKind(name);
  const hasDrill = lesson.test && kind !== undefined && endsInDrill(kind);
  const mine = startsOnRequest ? null : await learnerItems(lesson.id, name);
  const drill = hasDrill ? drillSlugOf(kind.slug) : null;
  const drilled = drill && (await learnerItems(lesson.id, drill));
  const way = await lessonWay(found);
  const end = name === 'test' ? null : await endCardProps(lesson, activity);
  const renderItem = ({ props }: PartProps) =>
    mine && <LearnerItem mine={mine} id={textProp(props, 'id')} path={activity.path} />;
  const hasItems = hasDrill || activity.items > 0;
  const parts = { ...lessonParts, Item: renderItem };
  const page = (
    <article>
      <KeptAnswers />
      <StaticText key={`${text.hash}/head`} hash={text.hash} section={text.head} />
      {way.start ? (
        <>
          <LessonStartLinks {...way.start} />
          <StaticText key={`${text.hash}/below`} hash={text.hash} section={text.below} />
        </>
      ) : null}
      <div id={textAnchor} className={kind?.isReading ? 'reading' : undefined}>
        {mine && isQuestionSet(name) ? (
          <QuestionSet text={text} parts={parts} mine={mine} path={activity.path} />
        ) : (
          <SectionedFlow text={text} parts={parts} />
        )}
      </div>
      {startsOnRequest ? (
        <LearnerSitting lesson={lesson} activity={activity} next={end && nextWhenDone(end)} />
      ) : null}
      {drill ? <Drill lesson={lesson.id} activity={drill} path={activity.path} mine={drilled} /> : null}
      <GuestNote path={activity.path} />
      {end ? <LiveEnd end={end} /> : null}
      {end ? <LearnerNotes lesson={lesson.id} activity={name} /> : null}
      {name !== 'test' && activity.items > 0 ? <SheetLinks path={`${lesson.path}/${name}`} /> : null}
      {hasItems ? <NearShortcutHelp /> : null}
      {way.start ? <StaticText key={`${text.hash}/foot`} hash={text.hash} section={text.foot} /> : null}
    </article>
  );
  return (
    <div className="lesson-page">
      <NearRail
        key={lesson.id}
        {...way.rail}
        contents={
          text.contents === null ? null : (
            <StaticText key={`${text.hash}/contents`} hash={text.hash} section={text.contents} />
          )
        }
      />
      <PlaceOffer key={way.place.name} {...way.place} />
      {hasItems ? <Reportable lesson={lesson.id}>{page}</Reportable> : page}
    </div>
  );
}

export async function activityMetadata({ track, lesson, activity }: Address): Promise<Metadata> {
  const page = await lessonPage(track, lesson, activity);
  if (!page) return { title: 'Not found' };
  const title =
    activity === 'introduction'
      ? page.lesson.title
      : `${activityKind(activity)?.title}: ${page.lesson.title}`;
  // For search engines and previews of links, which never sign in.
  return { title, description: (await currentUser()) ? null : page.lesson.summary };
}
