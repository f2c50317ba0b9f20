import type { ReactNode } from 'react';
import { dayInWords } from '#lib/calendar/time-in-words.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import { Emblem } from './emblem.tsx';

export type BadgeClock = 'timed' | 'untimed' | 'no-clock';

/** How a badge was earned, after its day. */
export const clockWords: Record<BadgeClock, string> = {
  timed: ', against the clock',
  untimed: ', without the clock',
  'no-clock': '',
};

export interface BadgeViewProps {
  lessonId: string;
  name: string;
  about: string;
  /** How it is earned; empty when the badge is no longer defined. */
  rule: string;
  lesson: ReactNode;
  /** The person who earned it, if that is not the reader. */
  owner?: string | undefined;
  /** When and how it was earned; null before. */
  earned: { readonly at: Date; readonly timed: BadgeClock; readonly timeZone: string } | null;
  goal: (Progress & { readonly description: string }) | null;
  children?: ReactNode;
}

/** One badge on its own page: emblem, rule, and when and how it was earned or what is missing. */
export function BadgeView(props: BadgeViewProps) {
  const { lessonId, name, about, rule, lesson, owner, earned, goal, children } = props;
  return (
    <article className="flex max-w-3xl flex-wrap gap-x-10 gap-y-6">
      <Emblem lessonId={lessonId} goal={goal} size={176} />
      <div className="min-w-0 grow basis-72">
        <h1 className="text-3xl">{name}</h1>
        {lesson ? <p className="mt-1 text-ink-soft">{lesson}</p> : null}
        {about ? <p className="mt-4 text-lg">{about}</p> : null}
        {rule ? <p className="mt-2 text-ink-soft">{rule}</p> : null}
        {earned ? (
          <p className="mt-4">
            {owner ? (
              <>
                <strong dir="auto">{owner}</strong> earned it on{' '}
              </>
            ) : (
              'Earned on '
            )}
            <time dateTime={earned.at.toISOString()}>{dayInWords(earned.at, earned.timeZone)}</time>
            {clockWords[earned.timed]}.
          </p>
        ) : null}
        {goal ? <p className="mt-4 tabular-nums">{goal.description}</p> : null}
        {children ? <div className="mt-6">{children}</div> : null}
      </div>
    </article>
  );
}
