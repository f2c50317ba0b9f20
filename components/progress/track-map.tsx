import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import type { Level } from '#lib/mastery/level.ts';
import { MasteryMark } from './mastery-mark.tsx';

export interface MappedLesson {
  readonly id: string;
  /** Null for visitors. */
  readonly level: Level | null;
  /** Why it is fading; empty otherwise. */
  readonly why: string;
  readonly buildsOn: readonly Way[];
  readonly leadsTo: readonly Way[];
  readonly card: ReactNode;
}

interface Way {
  readonly title: string;
  readonly path: string;
}

/** The lessons of a track in order along one line, with where one stands in each and what builds on what. */
export function TrackMap({ lessons }: { lessons: readonly MappedLesson[] }) {
  return (
    <ol className="mb-12 max-w-[46rem]">
      {lessons.map(({ id, level, why, buildsOn, leadsTo, card }, at) => (
        <li key={id} className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 pb-6 sm:gap-x-5">
          {at < lessons.length - 1 ? (
            <span aria-hidden="true" className="absolute top-12 bottom-0 left-[15px] w-0.5 bg-line-strong" />
          ) : null}
          <span className="z-10 pt-5">
            <MasteryMark level={level ?? 'new'} size={32} />
          </span>
          <div className="min-w-0">
            {card}
            <p className="mt-2 space-x-4 ps-1 text-sm text-ink-soft">
              <Ways words="Builds on" ways={buildsOn} />
              <Ways words="Leads to" ways={leadsTo} />
              {why ? <span>{why}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Ways({ words, ways }: { words: string; ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  return (
    <span>
      {words}{' '}
      {ways.map(({ title, path }, at) => (
        <span key={path}>
          {at > 0 ? ' and ' : ''}
          <Link href={path}>{title}</Link>
        </span>
      ))}
    </span>
  );
}
