import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { MasteryLevel } from '#lib/mastery/level.ts';
import { MasteryMark } from './mastery-mark.tsx';

export interface MappedLesson {
  readonly id: string;
  /** Null for visitors. */
  readonly level: MasteryLevel | null;
  /** Why it is fading; empty otherwise. */
  readonly why: string;
  readonly buildsOn: readonly PageLink[];
  readonly leadsTo: readonly PageLink[];
  readonly card: ReactNode;
}

/** The lessons of a track in order, with the mastery of each and their prerequisites. */
export function TrackMap({ lessons }: { lessons: readonly MappedLesson[] }) {
  return (
    <ol className="mb-12 max-w-[46rem]">
      {lessons.map(({ id, level, why, buildsOn, leadsTo, card }, index) => (
        <li key={id} className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 pb-6 sm:gap-x-5">
          {index < lessons.length - 1 ? (
            <span aria-hidden="true" className="absolute top-12 bottom-0 left-[15px] w-0.5 bg-line-strong" />
          ) : null}
          <span className="z-10 pt-5">
            <MasteryMark level={level ?? 'new'} size={32} />
          </span>
          <div className="min-w-0">
            {card}
            <p className="mt-2 space-x-4 ps-1 text-sm text-ink-soft">
              <LessonLinks words="Builds on" links={buildsOn} />
              <LessonLinks words="Leads to" links={leadsTo} />
              {why ? <span>{why}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function LessonLinks({ words, links }: { words: string; links: readonly PageLink[] }) {
  if (links.length === 0) return null;
  return (
    <span>
      {words}{' '}
      {links.map(({ title, href }, index) => (
        <span key={href}>
          {index > 0 ? ' and ' : ''}
          <Link href={href}>{title}</Link>
        </span>
      ))}
    </span>
  );
}
