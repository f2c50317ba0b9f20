import { Disclosure } from '#components/ui/disclosure.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RareIcon } from '#components/ui/rare-icon.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';

export interface LessonHeaderProps {
  lesson: {
    readonly title: string;
    readonly summary: string;
  };
  activity: {
    readonly slug: string;
    readonly title: string;
    readonly about: string;
  };
}

/** The head of a lesson's page: the lesson's title and promise on its first page, the activity's on the others. */
export function LessonHeader({ lesson, activity }: LessonHeaderProps) {
  if (activity.slug !== 'introduction') return <PageHeader title={activity.title} lead={activity.about} />;
  return <PageHeader title={lesson.title} lead={lesson.summary} />;
}

export interface LessonPromiseProps {
  badge: { readonly name: string } | null;
  objectives: readonly { readonly id: string; readonly text: string }[];
  prerequisites: readonly PageLink[];
}

/** What a lesson teaches, its badge, and what it builds on. */
export function LessonPromise({ objectives, prerequisites, badge }: LessonPromiseProps) {
  return (
    <div className="mb-8 max-w-measure">
      {objectives.length > 0 ? (
        <Disclosure summary="What you will be able to do">
          <ul className="list-['–\2002'] space-y-1 ps-5">
            {objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
          {badge ? (
            <p data-shows="badges" className="mt-3 flex items-center gap-2 text-ink-soft">
              <RareIcon name="badge" size={16} />
              The badge of this lesson: {badge.name}
            </p>
          ) : null}
        </Disclosure>
      ) : null}
      {prerequisites.length > 0 ? (
        <p className="mt-1 text-ink-soft">
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
