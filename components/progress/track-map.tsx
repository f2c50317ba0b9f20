import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { Stone, type StoneState } from '#components/ui/stone.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { MasteryLevel } from '#lib/mastery/level.ts';
import { levelStones } from './level-stones.ts';

export interface MappedLesson {
  readonly id: string;
  /** Null for visitors. */
  readonly level: MasteryLevel | null;
  /** Why it is fading; empty otherwise. */
  readonly why: string;
  readonly buildsOn: readonly PageLink[];
  readonly leadsTo: readonly PageLink[];
  readonly card: ReactNode;
  /** The learner’s next step, if it leads to this lesson. */
  readonly next?: ReactNode;
}

/** The lessons of a track in order as stepping stones, with the level of each and what it builds on. */
export function TrackMap({ lessons }: { lessons: readonly MappedLesson[] }) {
  return (
    <ol className="mb-12 max-w-[46rem] lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:mb-0">
      {lessons.map(({ id, level, why, buildsOn, leadsTo, card, next }, index) => (
        <li
          key={id}
          className="relative grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 pb-6 sm:grid-cols-[3.5rem_minmax(0,1fr)] sm:gap-x-5"
        >
          {index < lessons.length - 1 ? (
            <span
              aria-hidden="true"
              className="absolute top-12 -bottom-5 start-5 w-0.5 -translate-x-1/2 bg-line sm:start-7"
            />
          ) : null}
          <span className="z-10 pt-5">
            <Stone state={next ? 'current' : stoneOf(level, buildsOn)} size={56} className="max-w-full" />
          </span>
          <div className="min-w-0">
            {card}
            {next}
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

/** A lesson that builds on nothing is a good place to begin. */
function stoneOf(level: MasteryLevel | null, buildsOn: readonly PageLink[]): StoneState {
  const isNew = level === null || level === 'new';
  return isNew && buildsOn.length === 0 ? 'open' : levelStones[level ?? 'new'];
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
