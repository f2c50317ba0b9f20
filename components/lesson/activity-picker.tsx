'use client';

import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Mark, type MarkKind } from '#components/ui/mark.tsx';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import { LiveRing } from './live-ring.tsx';

export interface ActivityChoice {
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  /** Null for visitors. */
  readonly progress: Progress | null;
}

export interface TestChoice {
  readonly path: string;
  readonly about: string;
  /** The newest verdict, if there is one. */
  readonly verdict: 'strong' | 'not-yet' | 'unsure' | null;
}

export interface ActivityPickerProps {
  lessonId: string;
  activities: readonly ActivityChoice[];
  /** Listed after the activities; it can be taken at any time. */
  test: TestChoice | null;
  /** The slug of the current page. */
  current: string;
}

/** The activities of a lesson: a scrolling row on a phone, wrapping chips on wide screens. */
export function ActivityPicker({ lessonId, activities, test, current }: ActivityPickerProps) {
  return (
    <nav aria-label="Activities" className="no-print">
      <ol className="-mx-4 flex scroll-px-4 gap-2 overflow-x-auto px-4 py-1 whitespace-nowrap sm:mx-0 sm:flex-wrap sm:px-0">
        {activities.map(({ slug, path, title, about, minutes, progress }) => (
          <li key={slug} className={slug === current ? here : undefined}>
            <Chip path={path} current={slug === current} about={about} facts={`${minutes} min`}>
              {progress ? (
                <LiveRing lessonId={lessonId} activity={{ slug, title }} progress={progress} />
              ) : null}
              {title}
            </Chip>
          </li>
        ))}
        {test ? (
          <li className={current === 'test' ? here : undefined}>
            <Chip
              path={test.path}
              current={current === 'test'}
              about={test.about}
              facts={test.verdict ? verdicts[test.verdict].word : '10 min'}
              keep={test.verdict !== null}
            >
              <Sign verdict={test.verdict} />
              Test this concept
            </Chip>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

/** Scrolls the row to the current activity, with part of each neighbour visible. */
const here = '[scroll-initial-target:nearest] max-sm:scroll-mx-16';

const verdicts = {
  strong: { word: 'strong', mark: 'right' },
  'not-yet': { word: 'not yet', mark: 'wrong' },
  unsure: { word: 'can’t tell yet', mark: 'unsure' },
} as const satisfies Record<NonNullable<TestChoice['verdict']>, { word: string; mark: MarkKind }>;

function Sign({ verdict }: { verdict: TestChoice['verdict'] }) {
  if (verdict) return <Mark kind={verdicts[verdict].mark} size={18} />;
  return <Icon name="point" size={18} className="text-accent" />;
}

interface ChipProps {
  path: string;
  current: boolean;
  about: string;
  facts: string;
  /** Show the facts on a phone too. */
  keep?: boolean;
  children: ReactNode;
}

function Chip({ path, current, about, facts, keep = false, children }: ChipProps) {
  return (
    <Link href={path} title={about} aria-current={current ? 'page' : undefined} className="activity-chip">
      {children}
      <span className={current || keep ? undefined : 'max-sm:hidden'}>{facts}</span>
    </Link>
  );
}
