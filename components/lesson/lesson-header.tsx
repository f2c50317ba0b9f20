import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';

export interface LessonHeaderProps {
  lesson: {
    readonly title: string;
    readonly summary: string;
    readonly path: string;
    readonly track: string;
    readonly trackTitle: string;
    readonly minutes: number;
    readonly badge: { readonly name: string } | null;
    readonly objectives: readonly { readonly id: string; readonly text: string }[];
    readonly prerequisites: readonly PageLink[];
  };
  activity: {
    readonly slug: string;
    readonly title: string;
    readonly about: string;
    readonly minutes: number;
  };
}

/** The head of a lesson's page: on its first page its promise and its facts, on the others where one is. */
export function LessonHeader({ lesson, activity }: LessonHeaderProps) {
  return activity.slug === 'introduction' ? (
    <First lesson={lesson} />
  ) : (
    <Further lesson={lesson} activity={activity} />
  );
}

function First({ lesson }: Pick<LessonHeaderProps, 'lesson'>) {
  const { title, summary, minutes, badge, objectives, prerequisites } = lesson;
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-x-16">
      <PageHeader
        title={title}
        above={<TrackLink lesson={lesson} />}
        lead={summary}
        facts={
          <>
            <Fact icon="clock">{minutes} min in all</Fact>
            {badge ? (
              <Fact icon="badge" shows="badges">
                {badge.name}
              </Fact>
            ) : null}
          </>
        }
      />
      {objectives.length > 0 ? (
        <section aria-label="What you will be able to do" className="mb-8 max-w-measure lg:pt-9">
          <p className="font-semibold">After this lesson you can</p>
          <ul className="mt-1.5 list-['–\2002'] space-y-1 ps-5">
            {objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {prerequisites.length > 0 ? (
        <p className="mb-8 max-w-measure text-ink-soft lg:col-span-2">
          Builds on{' '}
          {prerequisites.map((other, index) => (
            <span key={other.href}>
              {index === 0 ? '' : index === prerequisites.length - 1 ? ' and ' : ', '}
              <Link href={other.href}>{other.title}</Link>
            </span>
          ))}
          .
        </p>
      ) : null}
    </div>
  );
}

function Further({ lesson, activity }: LessonHeaderProps) {
  return (
    <PageHeader
      title={activity.title}
      above={
        <>
          <TrackLink lesson={lesson} /> / <Link href={lesson.path}>{lesson.title}</Link>
        </>
      }
      facts={
        <>
          <span>{activity.about}</span>
          <Fact icon="clock">{activity.minutes} min</Fact>
        </>
      }
    />
  );
}

function TrackLink({ lesson }: Pick<LessonHeaderProps, 'lesson'>) {
  return <Link href={`/tracks/${lesson.track}`}>{lesson.trackTitle}</Link>;
}

function Fact({ icon, shows, children }: { icon: 'clock' | 'badge'; shows?: 'badges'; children: ReactNode }) {
  return (
    <span data-shows={shows} className="inline-flex items-center gap-1.5">
      <Icon name={icon} size={16} />
      {children}
    </span>
  );
}
