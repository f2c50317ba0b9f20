'use client';

import type { MouseEvent, ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Stone, type StoneState } from '#components/ui/stone.tsx';
import type { TestWords } from '#lib/progress/lesson-start.ts';
import {
  aboutMinutes,
  isDone,
  isStarted,
  minutesLeft,
  type TimedActivity,
} from '#lib/progress/minutes-left.ts';
import { textAnchor } from './text-anchor.ts';

export interface RailActivity extends TimedActivity {
  readonly slug: string;
  readonly path: string;
  readonly title: string;
}

export interface LessonRailProps {
  lesson: {
    readonly id: string;
    readonly path: string;
    readonly title: string;
    readonly track: string;
    readonly trackTitle: string;
  };
  activities: readonly RailActivity[];
  /** Null for a lesson without a test. */
  test: (TestWords & { readonly path: string; readonly questions: number }) | null;
  /** The slug of the current page. */
  current: string;
  /** The `RailContents` of the current page. */
  contents: ReactNode;
}

const railId = 'lesson-rail';

/**
 * The activities of a lesson and the contents of the current one: beside the text on a wide screen, and elsewhere a bar
 * that stays at the top and opens the same list as a sheet.
 */
export function LessonRail({ lesson, activities, test, current, contents }: LessonRailProps) {
  return (
    <>
      <Bar activities={activities} current={current} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: its links have the keys */}
      <nav
        id={railId}
        popover="auto"
        aria-label="Activities"
        className="lesson-rail no-print"
        onClick={closeSheet}
      >
        <a href={`#${textAnchor}`} className="rail-skip">
          Skip to the text
        </a>
        <p>
          <Link href={`/tracks/${lesson.track}`}>{lesson.trackTitle}</Link>
        </p>
        <p>
          <Link href={lesson.path}>{lesson.title}</Link>
        </p>
        <Done activities={activities} />
        <ol>
          {activities.map((activity) => (
            <li key={activity.slug}>
              <Row activity={activity} isCurrent={activity.slug === current} />
              {activity.slug === current ? contents : null}
            </li>
          ))}
        </ol>
        {test ? <TestLink {...test} isCurrent={current === 'test'} /> : null}
      </nav>
    </>
  );
}

/** The sheet would hide what a link in it leads to. */
function closeSheet({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  if (target instanceof Element && target.closest('a')) currentTarget.hidePopover();
}

function Bar({ activities, current }: Pick<LessonRailProps, 'activities' | 'current'>) {
  const at = activities.findIndex(({ slug }) => slug === current);
  const activity = activities[at];
  return (
    <div className="lesson-bar no-print">
      <button type="button" popoverTarget={railId}>
        {activity ? (
          <>
            <Stone state={stateOf(activity, true)} size={28} />
            <strong>
              {at + 1}/{activities.length} {activity.title}
            </strong>
            <span>{isDone(activity) ? 'done' : `${aboutMinutes(minutesLeft([activity]))} left`}</span>
          </>
        ) : (
          <strong>Test this concept</strong>
        )}
        <Icon name="chevron" size={16} />
        <span className="sr-only">All activities and contents</span>
      </button>
    </div>
  );
}

function Done({ activities }: Pick<LessonRailProps, 'activities'>) {
  const total = activities.length;
  const done = activities.filter(isDone).length;
  const left = minutesLeft(activities);
  const isVisitor = activities.every(({ progress }) => progress === null);
  return (
    <p>
      <svg width="100%" height="6" aria-hidden="true">
        <rect width="100%" height="6" rx="3" className="fill-line" />
        {done > 0 ? (
          <rect width={`${(100 * done) / total}%`} height="6" rx="3" className="fill-accent" />
        ) : null}
      </svg>
      {isVisitor ? `${total} activities` : `${done} of ${total} done`}
      {left > 0 ? ` · ${aboutMinutes(left)}${isVisitor ? '' : ' left'}` : ''}
    </p>
  );
}

function Row({ activity, isCurrent }: { activity: RailActivity; isCurrent: boolean }) {
  const { path, title, minutes, progress } = activity;
  return (
    <Link href={path} aria-current={isCurrent ? 'page' : undefined} className="rail-row">
      <Stone state={stateOf(activity, isCurrent)} size={26} />
      {title}
      {progress && progress.done > 0 ? (
        <span className="sr-only">
          {progress.done} of {progress.total} done
        </span>
      ) : null}
      <span>{minutes} min</span>
    </Link>
  );
}

function TestLink({
  path,
  label,
  remark,
  questions,
  isCurrent,
}: NonNullable<LessonRailProps['test']> & { isCurrent: boolean }) {
  return (
    <p className="rail-test">
      <Link href={path} aria-current={isCurrent ? 'page' : undefined} className="button button-quiet">
        {label}
      </Link>
      {questions} questions · {remark}
    </p>
  );
}

function stateOf(activity: RailActivity, isCurrent: boolean): StoneState {
  if (isDone(activity)) return 'done';
  if (isCurrent) return 'current';
  return isStarted(activity) ? 'started' : 'new';
}
